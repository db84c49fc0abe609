package normalize

// letterFold says which base letter a letter is read as, and which surface bit keeps what that loses.
type letterFold struct {
	to      rune
	surface Surface
}

// letterFolds is the folding of Arabic letters that are written in more than one way for one sound: hamza seats, yeh and
// alef maksura, teh marbuta, and the Persian, Urdu, Kurdish and Maghrebi letters that Arabic papers exchange for their
// nearest Arabic letter in foreign names (پاكستان, ڤيينا, گوگل). Source: Unicode 16 character names.
var letterFolds = map[rune]letterFold{
	'أ': {'ا', AlefAbove}, 'إ': {'ا', AlefBelow}, 'آ': {'ا', AlefMadda}, 'ٱ': {'ا', 0}, 'ٲ': {'ا', AlefAbove}, 'ٳ': {'ا', AlefBelow}, 'ٵ': {'ا', AlefAbove},
	'ؤ': {'و', 0}, 'ئ': {'ي', 0}, 'ٶ': {'و', 0}, 'ٷ': {'و', 0}, 'ٸ': {'ي', 0},
	'ى': {'ي', FinalMaqsura}, 'ی': {'ي', 0}, 'ې': {'ي', 0}, 'ے': {'ي', 0}, 'ۓ': {'ي', 0}, 'ۍ': {'ي', 0}, 'ێ': {'ي', 0}, 'ؠ': {'ي', 0},
	'ة': {'ه', FinalTa}, 'ۃ': {'ه', FinalTa}, 'ھ': {'ه', 0}, 'ہ': {'ه', 0}, 'ۀ': {'ه', 0}, 'ۂ': {'ه', 0}, 'ە': {'ه', 0}, 'ۿ': {'ه', 0},
	'ک': {'ك', 0}, 'ڪ': {'ك', 0}, 'ګ': {'ك', 0}, 'ڬ': {'ك', 0}, 'ڭ': {'ك', 0}, 'گ': {'ك', 0}, 'ڮ': {'ك', 0}, 'ػ': {'ك', 0}, 'ؼ': {'ك', 0},
	'پ': {'ب', 0}, 'ٻ': {'ب', 0}, 'ڀ': {'ب', 0}, 'چ': {'ج', 0}, 'ڄ': {'ج', 0}, 'څ': {'ج', 0}, 'ڇ': {'ج', 0}, 'ڤ': {'ف', 0}, 'ڥ': {'ف', 0}, 'ڢ': {'ف', 0}, 'ڡ': {'ف', 0},
	'ڨ': {'ق', 0}, 'ژ': {'ز', 0}, 'ڕ': {'ر', 0}, 'ړ': {'ر', 0}, 'ڑ': {'ر', 0}, 'ڵ': {'ل', 0}, 'ڷ': {'ل', 0}, 'ٹ': {'ت', 0}, 'ټ': {'ت', 0}, 'ڈ': {'د', 0}, 'ډ': {'د', 0},
	'ں': {'ن', 0}, 'ڼ': {'ن', 0}, 'ڽ': {'ن', 0}, 'ۆ': {'و', 0}, 'ۇ': {'و', 0}, 'ۈ': {'و', 0}, 'ۉ': {'و', 0}, 'ۋ': {'و', 0}, 'ۊ': {'و', 0}, 'ۅ': {'و', 0}, 'ۄ': {'و', 0},
	'ڠ': {'غ', 0}, 'ڜ': {'ش', 0}, 'ښ': {'س', 0}, 'ؽ': {'ي', 0}, 'ؾ': {'ي', 0}, 'ؿ': {'ي', 0}, 'ٮ': {'ب', 0}, 'ٯ': {'ق', 0},
}

// asciiGaps and arabicGaps say what each separator means; what neither names is GapOther.
var asciiGaps = map[rune]Gap{
	' ': GapSpace, '\t': GapSpace, '\r': GapSpace, '\v': GapSpace, '\f': GapSpace, '\n': GapNewline,
	',': GapComma, ';': GapSemicolon, ':': GapColon, '.': GapDot, '!': GapStop, '?': GapStop,
	'/': GapSlash, '\\': GapSlash, '-': GapDash, '(': GapOpen, '[': GapOpen, '{': GapOpen, ')': GapClose, ']': GapClose, '}': GapClose,
	'"': GapQuote, '\'': GapQuote, '`': GapQuote, '<': GapQuote, '>': GapQuote,
	'%': GapPercent, '#': GapHash, '@': GapAt, '_': GapUnder, '+': GapPlus,
}

var arabicGaps = map[rune]Gap{
	'،': GapComma, '؛': GapSemicolon, '؟': GapStop, '٪': GapPercent, '٫': GapDecimal, '٬': GapThousands, '۔': GapStop, '٭': GapOther, '؍': GapSlash,
	'۝': GapOther, '۞': GapOther, '۩': GapOther,
	'؀': GapOther, '؁': GapOther, '؂': GapOther, '؃': GapOther, '؄': GapOther, '؅': GapOther, '؆': GapOther, '؇': GapOther, '؈': GapOther, '؉': GapPercent,
	'؊': GapPercent, '؋': GapOther, '،' + 2: GapOther, '؏': GapOther, '۽': GapOther, '۾': GapOther, 'ۮ': GapOther, 'ۯ': GapOther,
}

// wideGaps is the punctuation outside ASCII and the Arabic block that text in Arabic uses.
var wideGaps = map[rune]Gap{
	0x00A0: GapSpace, 0x202F: GapSpace, 0x3000: GapSpace, 0x0085: GapNewline, 0x2028: GapNewline, 0x2029: GapNewline,
	'…': GapStop, '‥': GapStop, '–': GapDash, '—': GapDash, '‐': GapDash, '‑': GapDash, '‒': GapDash, '―': GapDash, '−': GapDash, '•': GapOther, '·': GapOther,
	'«': GapQuote, '»': GapQuote, '“': GapQuote, '”': GapQuote, '„': GapQuote, '‟': GapQuote, '‘': GapQuote, '’': GapQuote, '‚': GapQuote, '‹': GapQuote, '›': GapQuote, '″': GapQuote, '′': GapQuote,
	'，': GapComma, '、': GapComma, '。': GapStop, '！': GapStop, '？': GapStop, '：': GapColon, '；': GapSemicolon, '⁄': GapSlash, '∕': GapSlash,
	'﴾': GapOpen, '﴿': GapClose, '％': GapPercent, '＃': GapHash, '＠': GapAt, '＿': GapUnder,
}
