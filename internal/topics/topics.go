// Package topics says what a text is about, as IPTC Media Topics, and shows the words that say so. The knowledge lies
// in tables: phrases that speak for topics, term weights learned from news by desk, and what kinds of entity point to.
// A tag is the sum of evidence that a reader can check.
package topics

// Topic is one topic of a document.
type Topic struct {
	ID       string     // medtop:20000639, or the user's own code
	LabelAr  string     // our label
	LabelEn  string     // IPTC's label
	Broader  []string   // its ancestors, the nearest first, up to a medtop:NN000000
	Score    float64    // about the chance that a reader would agree, 0 to 1; comparable across topics
	Evidence []Evidence // the strongest first
}

// Evidence is a place in the text that speaks for a topic.
type Evidence struct {
	Start, End uint32  // bytes of the text as given, half open, without proclitics
	Weight     float64 // what the table says it weighs, more in the headline
}

// DefaultMax is how many topics a document has at most unless asked otherwise.
const DefaultMax = 3

// Prefix stands before the digits of an IPTC Media Topic code.
const Prefix = "medtop:"
