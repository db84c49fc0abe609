package entities

// The weights of the evidence for a candidate, in log-odds. They were set on the development parts of the corpora named
// in docs/model-names.md; docs/entities.md tells how.
const (
	userWeight          = 9.0
	longNameWeight      = 3.2  // a name of two words or more
	wordWeight          = 0.9  // each word after the second
	countryWeight       = 3.0  // a one-word country
	placeWeight         = 1.2  // a one-word place of the hand-written tables
	shortWeight         = 1.6  // a one-word body or short name
	demonymWeight       = 3.0  //
	priorWeight         = 0.5  // each step of fame
	packageWeight       = -1.6 // a one-word name of a package's long list
	weakWord            = -3.0 // a one-word name that is also an ordinary word
	weakPhrase          = -1.5
	agreeWeight         = 3.0  // the model sees the same type
	exactWeight         = 1.0  // ... and the same words
	disagreeWeight      = -3.0 // the model sees another type there
	silentBody          = -1.2 // ... at a body of two words or more
	singleFollowed      = -2.2 // the model sees nothing at a single word in a text whose conventions it has recognised
	silentFollowed      = -2.5 // ... in a text whose conventions the model has recognised
	silentWeight        = -1.2 // the model sees nothing at a single word
	cueWeight           = 1.8
	afterWeight         = 0.8 // a word behind a name that speaks for its type
	titleWeight         = 1.6
	surfaceWeight       = -3.0
	misspeltWeight      = -6.0 // على for علي
	demonstrativeWeight = -4.0 // a word with a tanwin, or behind a demonstrative
	shortStemWeight     = -2.0 // two or three letters behind a proclitic
	procliticWeight     = -0.4
	givenWeight         = 0.5 // a name of the model's starts with a given name
	titledGiven         = 1.5 // a title before a name that starts with a given name
	latinGivenWeight    = 2.0 // a name in Latin script starts with a given name
	noNameWeight        = -6.0
	eventWeight         = -6.0 // a place in the name of a competition or festival (كأس إسبانيا)
	marksWeight         = 2.5  // vowel marks that agree, or differ
	homonymWeight       = 2.6  // a state's city rather than another state of its name, where the document speaks of the first
	splitPenalty        = -4.0 // a proclitic is split off where none can be
	classPenalty        = -2.0
	quotedWeight        = 2.4  // a body's name that is an ordinary phrase, in quotation marks: «الشرق الأوسط»
	strayWeight         = -2.0 // a place of one word in a state that nothing else speaks of
	weakNameWeight      = -1.2 // a single word that is a given name and an ordinary word
	settlementWeight    = 1.6  // ... of a place that is also an ordinary word, behind a word for a town
	datelineWeight      = 2.0  // a place that is also an ordinary word, between a dash and a colon
	bylineWeight        = 3.0  // a paper's name in quotation marks or ending a dateline
	insideWeight        = -3.5 // a famous short name behind another given name
	cityWeight          = -2.2 // a country's name behind a word for a town or province (مدينة الكويت, ولاية تونس)
	titleAsName         = -4.0 // a single word that is a title
	classWeight         = 1.0  // a class word makes a name of it: مستشفى + a person's name
	joinedWeight        = 7.0  // a class word, a nationality and what the body is for
	innerWeight         = -1.0 // a place behind a preposition in a body's name needs less to be one
	locatedWeight       = 3.0  // a class word, what it is for and a place
	bodyEndWeight       = 1.2  // a class word, names and a closing word
	namedWeight         = 3.5  // a weak short name whose full name is in the document
	nationalityWeight   = -6.0 // a family name that is also a nationality, behind a title
	taggedBias          = 0.2  // what a model's span is worth beyond its own odds
)
