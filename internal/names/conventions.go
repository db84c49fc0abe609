package names

// FollowsCorpus reports whether the last text was short and written unlike newspapers (no hamzas, spaces before
// punctuation), so that it was read with the conventions of the corpus that it resembles: which words belong to a name,
// what counts as a body.
func (g *Tagger) FollowsCorpus() bool { return g.mix.on }
