package project

import (
	"html"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"apr/internal/lazyregexp"
	"apr/internal/project/prose/plain"
	"apr/internal/yamlpos"
)

// StubMarker begins every text that a scaffold writes for somebody to replace,
// and LastYearMarker the first paragraph of one that is carried over from last
// year's report for somebody to bring up to date.
const (
	StubMarker     = "STUB:"
	LastYearMarker = "LAST YEAR:"
)

// filler begins a text that only shows how a page will look.
const filler = "lorem ipsum"

var (
	comment = lazyregexp.Lazy(`(?s)<!--.*?(-->|$)`)
	// markers are at the beginning of a line, whatever heading or list they are in.
	markers = lazyregexp.Lazy(`(?m)^[\s#>*_+-]*(?:\d{1,2}[.)]\s*)?[*_]*(?:STUB:|LAST YEAR:)`)
	// heading is a line that is one, or the rule under one.
	heading = lazyregexp.Lazy(`(?m)^ {0,3}(?:#{1,6}(?:[ \t].*)?|[^\n]+\n {0,3}(?:=+|-+)[ \t]*|(?:[-*_][ \t]*){3,}|\*\*[^*\n]*[^*\n.!?]\*\*:?|__[^_\n]*[^_\n.!?]__:?)[ \t]*$`)
	// holds is what makes a sentence a placeholder.
	holds = lazyregexp.Lazy(`^(?:tb[acd]|draft|n/?a|\?+|-+|–|—|£?x{2,}(?:\.x+)?(?:m|k|bn|%)?|£x+(?:\.x+)?(?:m|k|bn)?)$|\b(?:tb[acd]|todo|to do|to follow|(?:more )?to come|will follow|follows later|pending|awaited|awaiting|placeholder|not applicable|insert|xxx+|n/a|(?:to|will|needs? to|has to|must|should) be (?:added|advised|assessed|agreed|completed|confirmed|decided|determined|done|drafted|included|inserted|provided|supplied|updated|written|finalised|sourced|obtained|gathered|collated|found|issued)|(?:will|to) (?:provide|supply|send|write|draft|add|complete|confirm|update)|being (?:written|drafted|prepared|collated|finalised)|in preparation|under development|work in progress|wip|not (?:yet )?(?:available|received|ready|written)|outstanding)\b`)
	// marks are parts of which each match of holds in several words has one: most texts
	// have none, and needn't be matched.
	marks = []string{"tb", "todo", "to do", "follow", "come", "pending", "await", "placeholder", "not ", "insert", "xxx", "n/a", " be ", "provide", "supply", "send", "write", "writt", "draft", "add",
		"complete", "confirm", "update", "prepar", "develop", "progress", "wip", "outstanding", "collated", "finalised"}
)

// holding are the words that may be next to a placeholder: who will write it, when, and
// what.
var holding = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for word := range strings.FieldsSeq(`a an the to be is are was by in for from of on at with and or once when until after before this that these our your here
		will follow follows come later soon shortly still yet now more further please
		text texts narrative wording words content assessment section paragraph chapter part detail details information input data figure figures number numbers value values amount total evidence
		final finalised version draft report year years month week end next stage final published publication audit audited accounts unaudited
		finance performance planning team teams colleague colleagues officer officers lead leads author authors manager service services partner partners board committee council nhs hscp ijb chief director head
		reason reasons outcome outcomes principle principles locality localities have has reply replied responded managers directors heads
		confirmation confirmed approval approved sign signed off available received complete completed updated update added inserted provided supplied written advised agreed
		auditor auditors analyst analysts policy communications comms lead's board's council's meeting minutes preparation development progress work wip being drafted prepared
		sourced obtained gathered found issued collated outstanding ready provide provides supply send sends complete he she they it as discussed previously earlier agreed per
		assessed budget foreword glance introduction chair survey case study story quote photo add insert confirm write check pending awaiting awaited placeholder draft tbc tba tbd todo do not applicable na n/a none xx xxx xxxx`) {
		words[word] = true
	}
	return words
})

// instructions are what a template tells its author, each a sentence: "Describe how
// …", Word's "Click or tap here to enter text.", "This section should set out …",
// "150 words maximum", and a note between brackets. What begins a list of changes or
// a recommendation ("Provide a …", "Complete the …") isn't one.
var instructions = lazyregexp.Lazy(`(?is)^(?:(?:please |briefly )*(?:` +
	`consider (?:what|the extent to which|how (?:far|well|your|the (?:strategic )?plan|(?:the )?(?:arrangements|expenditure|spending|money)|each (?:outcome|principle|locality)))|(?:describe|explain|outline|summarise|summarize|set out|state|detail|indicate|say|demonstrate|list|give|provide|include|add|write)(?: briefly| below| here)?[,:]? (?:how|who|when|where|what|whether|why|the extent to which|in what way|any (?:other |further |relevant |additional )?(?:information|details?|text|narrative|comments?|evidence)|your (?:narrative|text|response|answer|commentary|assessment)|in (?:your own|no more than|up to|a few|this (?:section|box|part))|(?:the |a )?(?:narrative|text|commentary|assessment|summary|wording|response|details|description|paragraph)s? (?:(?:\w+ ){0,4}(?:here|below)$|here|below|of how|on how|in this|for this))|` +
	`(?:describe|explain|outline|summarise|summarize|state|detail)(?: briefly)? (?:the|any|your|each|here|in|below) (?:main |key |specific |significant )?(?:arrangements?|actions?|reasons?|changes?|impacts?|approach|progress|extent|outcomes?|steps?|achievements?|challenges?|decisions?|performance|activit(?:y|ies)|contribution|brief|here|recommendations?|priorities)\b|` +
	`(?:can|could|would) (?:someone|somebody|anyone|anybody|you)\b.*\b(?:fill|complete|provide|add|send|confirm|check|update|write|supply|draft|review|advise|help)\b.*|` +
	`(?:needs?|requires?|waiting (?:for|on)|over to|chas(?:e|ing)(?: up)?) (?:more |further |an? )?(?:input|text|narrative|wording|content) (?:from|on|by)\b.*|` +
	`(?:add|insert|write|provide|give)(?: \w+){0,5} (?:sentences?|paragraphs?|lines|bullets|bullet points?) (?:on|about|of|here|for)\b.*|` +
	`(?:insert|enter|type|paste|add|write)\b.* in (?:this|the) (?:box|section|field|space|cell|column)$|` +
	`this (?:section|box|space|field|part|page|paragraph|chapter|text) (?:should|must|needs to|is to|is for)\b|` +
	`(?:graph|chart|photo|picture|image|map|figure|quote|table)s?(?: goes| to go)? (?:here|below|to follow)$|` +
	`(?:(?:photo|picture|quote|graph)s?(?: and)? (?:\d+ words )?|\d+ words )from [\pL.]+(?: [\pL.]+)?$|` +
	`(?:abc|xyz|asdf\w*|qwerty\w*|test(?:ing)?(?: test)*|blah(?: blah)*|etc|foo|text text|sample)$|` +
	`draft(?: ?[-–—,:(]? ?(?:only|text|version|v\d+(?:\.\d+)?|\d+(?:\.\d+)?|for (?:discussion|comments?|review|approval|information|circulation|consultation)|not for (?:circulation|publication|onward circulation)))+\)?$|` +
	`(?:insert|enter|type|paste)(?: \w+){0,6}? (?:here|below|text|narrative|commentary|name|date|details|figures?|number|amount|data|wording|summary|paragraph|chart|table|picture|photo)s?\b(?:$|[^\pL ]| (?:of|on|for|about|from|regarding|here|below|and|or|that|which|to|when|once|showing|explaining|describing|by|as|in|with|if|where|per|only|using)\b)|` +
	`(?:click|tap)(?: or tap| or click)?(?: here)? to (?:enter|add|choose|select|insert|edit)|choose an item(?:$| from)|` +
	`use (?:this (?:section|box|space|field|part|page|template|heading)|the (?:section|box|space|field|part|page|template|heading)s?(?:$| (?:below|above|provided|here)\b| to (?:describe|set out|explain|outline|report|tell|provide|give|summarise|say|add|write)\b))|` +
	`(?:delete|amend|complete|edit|replace|remove) (?:as (?:appropriate|applicable|necessary|required)|(?:this (?:text|section|instruction|paragraph|prompt|guidance|placeholder|sample text)|the (?:text|section|instruction|paragraph|prompt|guidance|placeholder|sample text)s?(?:$| (?:above|below|here|before|once|as|with (?:your|the)|in (?:this|brackets|italics|square)|between)\b)))|` +
	`the (?:section|box|space|field|part|page|paragraph|chapter|text) (?:should|must|needs to|is to) (?:describe|set out|include|cover|explain|contain|report|summarise|provide|give|outline|address|say|show|state|demonstrate|not exceed|be (?:completed|filled|used|written|no (?:more|longer)|about|up to|left))\b|` +
	`(?:this|the) (?:section|box|space|field|part|page|paragraph|chapter|text) (?:(?:has been |is |was )?(?:intentionally |deliberately )?(?:left )?blank)|` +
	`(?:section|page|left) (?:intentionally|deliberately) (?:left )?blank|intentionally (?:left )?blank|` +
	`(?:guidance|instruction|note|prompt|tip)s? (?:for|to) (?:the )?(?:author|contributor|writer|editor|lead)s?\b|` +
	`(?:your|sample|example|dummy|placeholder|body) (?:text|narrative|content|heading)(?: goes| here|$)|text (?:goes )?here|` +
	`(?:maximum|max\.?|up to|about|approximately|no more than|limit(?:ed)? (?:of|to)|word (?:limit|count)):? ?(?:of )?\d+ ?(?:words?|characters?|lines?)?$|` +
	`\d+(?:[-– ]+(?:to )?\d+)? ?(?:words?|characters?)(?: ?\(?(?:max|maximum|limit|or (?:less|fewer|so))\.?\)?)?$` +
	`))`)

// decoration is what may stand around words, and skipped what may stand before the first
// word of an instruction.
var (
	decoration = "*_`~[](){}<>«»\"'“”‘’!.…:;, \t\r\n"
	skipped    = decoration + "-+>#"
)

// sentenceStop is between two sentences or lines of a text.
var sentenceStop = lazyregexp.Lazy(`[.!?;]+(?:["'”’)\]*_]*\s+|["'”’)\]*_]*$)|\n\s*(?:[-*+]\s|\d{1,2}[.)]\s|\n)`)

// instructs reports whether a text is a template's instructions and nothing else.
func instructs(s string) bool {
	if len(s) > longestInstruction {
		return false
	}
	if t := strings.Trim(s, "*_ \n"); strings.HasPrefix(t, "[") && strings.IndexByte(t, ']') == len(t)-1 {
		return true
	}
	begins := strings.TrimLeft(s, skipped)
	if first, _ := utf8.DecodeRuneInString(begins); unicode.IsLetter(first) && !mayInstruct(begins) {
		return false // as most texts
	}
	found := false
	for rest := s; rest != ""; {
		sentence := rest
		// Most texts are told by their first sentence.
		if m := sentenceStop().FindStringIndex(rest); m != nil {
			sentence, rest = rest[:m[0]], rest[m[1]:]
		} else {
			rest = ""
		}
		if sentence = strings.TrimLeft(sentence, skipped); !strings.ContainsFunc(sentence, unicode.IsLetter) {
			continue
		}
		sentence = strings.TrimRight(sentence, decoration)
		if found = mayInstruct(sentence) && instructions().MatchString(sentence) && !ofCare(sentence); !found {
			return false
		}
	}
	return found
}

// orders are how each match of instructions begins, by the first letter. Few sentences do, which is seen a
// hundred times faster than that they don't match.
var orders = sync.OnceValue(func() map[byte][]string {
	by := map[byte][]string{}
	for order := range strings.FieldsSeq(`please briefly describe explain outline summari set state detail indicate say demonstrate consider list give provide include add write
	can could would need require waiting over chas insert enter type paste abc xyz asdf qwerty test blah etc foo text sample draft click tap choose use
	delete amend complete edit replace remove section page left intentionally guidance instruction note prompt tip your example dummy placeholder body
	max graph chart photo picture image map figure quote table from up about approximately no limit word`) {
		by[order[0]] = append(by[order[0]], order)
	}
	return by
})

// partsOfForms are what instructions speak of: "This section should set out …".
var partsOfForms = []string{"section", "box", "space", "field", "part", "page", "paragraph", "chapter", "text"}

// mayInstruct reports whether a sentence begins as an instruction does: as one of orders,
// with the name of a part of a form, or with how long a text may be.
func mayInstruct(sentence string) bool {
	if sentence[0] >= '0' && sentence[0] <= '9' {
		return true
	}
	start := strings.ToLower(sentence[:min(len(sentence), 16)])
	for _, article := range []string{"the ", "this "} {
		if named, ok := strings.CutPrefix(start, article); ok { // as many a text begins
			return slices.ContainsFunc(partsOfForms, func(p string) bool { return strings.HasPrefix(named, p) })
		}
	}
	return slices.ContainsFunc(orders()[start[0]], func(o string) bool { return strings.HasPrefix(start, o) })
}

// longestInstruction is as many bytes as the instructions of a template may have.
const longestInstruction = 600

// IsStub reports whether a text says nothing yet: it is empty or blank, whatever
// unseen characters are in it; it is a heading alone; a part of it is a scaffold's
// stub (StubMarker) or last year's (LastYearMarker); it is filler ("lorem ipsum …"),
// a template's instructions to its author ("Describe how …"), or nothing but a placeholder such as TBC, "to follow in the final version",
// "tbc by finance", xxx, "N/A for this year" or "???". Text next to a placeholder is
// text: whether it is enough isn't asked here.
func IsStub(t yamlpos.Text) bool {
	if plainlyProse(t.Markdown) {
		return false
	}
	s := visible(t.Markdown)
	if (strings.Contains(s, StubMarker) || strings.Contains(s, LastYearMarker)) && markers().MatchString(s) {
		return true
	}
	first := strings.TrimLeft(s, "#>*_ ")
	if n := len(filler); len(first) >= n && strings.EqualFold(first[:n], filler) {
		return true
	}
	if mayHaveHeading(s) {
		s = heading().ReplaceAllString(s, "")
	}
	return holdsAPlace(s) || emptyForm(s) || instructs(s)
}

// mayHaveHeading reports whether a line begins as a heading does, and isn't the item of a list, or is made
// of the marks of a rule.
func mayHaveHeading(s string) bool {
	for line := range strings.Lines(s) {
		line = strings.TrimLeft(line, " ")
		if line == "" || strings.IndexByte("#=-*_", line[0]) < 0 {
			continue
		}
		if line[0] == '#' || strings.HasPrefix(line, "**") || strings.HasPrefix(line, "__") || strings.Trim(line, "=-*_ \t\r\n") == "" {
			return true
		}
	}
	return false
}

// plainlyProse reports whether a text has more words in ordinary lines than any
// placeholder, and nothing that could make it a stub: so it is for most texts, and
// each is asked many times.
func plainlyProse(s string) bool {
	for _, mark := range []string{StubMarker, LastYearMarker, "<!--"} {
		if strings.Contains(s, mark) {
			return false
		}
	}
	if first := strings.TrimLeft(s, "#>*_ \n"); len(first) < len(filler) || strings.EqualFold(first[:len(filler)], filler) {
		return false
	}
	words := 0
	for line := range strings.Lines(s) {
		if strings.TrimLeft(line, " ") == "" || strings.ContainsAny(line[:1], "#*_=-&") {
			continue
		}
		for word := range strings.FieldsSeq(line) {
			if c := word[0] | 0x20; c >= 'a' && c <= 'z' {
				words++
			}
		}
		if words > 2*mostWords {
			return true
		}
	}
	return false
}

// visible is a text without comments, lines of colons and characters that nobody sees.
func visible(markdown string) string {
	s := plain.Unfenced(markdown, false)
	if strings.Contains(s, "<!--") {
		s = comment().ReplaceAllString(s, "")
	}
	if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	if !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf || r != '\n' && r < ' ' }) {
		return strings.TrimSpace(s)
	}
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r > ' ' && r < utf8.RuneSelf:
			return r
		case unicode.Is(unicode.Cf, r) || r == '\u2800' || r == '\u3164':
			return -1
		case r != '\n' && unicode.IsSpace(r):
			return ' '
		}
		return r
	}, s))
}

// mostWords is how long a placeholder can be; most texts are much longer.
const mostWords = 20

// holdsAPlace reports whether a text is empty or holds a place alone: it has the
// words of a placeholder, and no word besides but names of who will write it.
func holdsAPlace(s string) bool {
	var words []string
	for word := range strings.FieldsSeq(strings.Trim(s, decoration)) {
		if word = strings.Trim(word, decoration+"*"); word == "" {
			continue
		}
		lower := strings.ToLower(word)
		first, _ := utf8.DecodeRuneInString(word)
		name := len(words) > 0 && unicode.IsUpper(first)
		if len(words) == mostWords || !name && !holding()[lower] && !isPlaceholder(lower) && !isNumber(lower) {
			return false // as most texts, by one of their first words
		}
		words = append(words, word)
	}
	if len(words) == 0 {
		return true
	}
	joined := strings.ToLower(strings.Join(words, " "))
	return isPlaceholder(joined) && !(strings.Contains(joined, "audit") && doesAudits().MatchString(joined))
}

// emptyForm reports whether a text is a form that nobody filled in: a table whose cells
// hold nothing but the first of each row, a list of numbers or dashes alone, or marks
// without a letter or a number.
func emptyForm(s string) bool {
	rows, body := 0, false
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		switch {
		case line == "", strings.HasPrefix(line, "Table:"), strings.HasPrefix(line, "Source:"):
		case !strings.HasPrefix(line, "|"):
			if strings.ContainsFunc(s, unicode.IsLetter) { // which no mark of an item has
				return false
			}
			return !strings.ContainsFunc(bareItem().ReplaceAllString(s, ""), unicode.IsNumber)
		case strings.Trim(line, "|-: ") == "" && strings.Contains(line, "--"):
			body = true
		case body:
			rows++
			cells := strings.Split(strings.Trim(line, "|"), "|")
			for _, cell := range cells[min(1, len(cells)-1):] {
				if cell = strings.ToLower(strings.Trim(cell, decoration+"*")); cell != "" && !isPlaceholder(cell) {
					return false
				}
			}
		}
	}
	return rows > 0
}

// bareItem is the mark of an item of a list with nothing behind it.
var bareItem = lazyregexp.Lazy(`(?m)^[ \t]*(?:\d{1,2}[.)]|[-*+])[ \t]*$`)

// isPlaceholder reports whether words in lower case are those of a placeholder.
func isPlaceholder(s string) bool {
	may := slices.ContainsFunc(marks, func(m string) bool { return strings.Contains(s, m) }) ||
		s != "" && strings.Contains("n?-–—£x", s[:1]) && !strings.Contains(s, " ") // a word or a mark that is one by itself
	return may && holds().MatchString(s)
}

// doesAudits is a deed of a service, and no text that waits for an audit.
var doesAudits = lazyregexp.Lazy(`\b(?:complete|do|provide)(?: the| an?| this)? audits?\b`)

func isNumber(word string) bool {
	return strings.ContainsAny(word, "0123456789") && !strings.ContainsFunc(word, unicode.IsLetter)
}

// beginning is a text from its first word, without comments.
func beginning(t yamlpos.Text) string {
	return strings.TrimSpace(strings.TrimLeft(visible(t.Markdown), "#>*_ "))
}

// IsLastYears reports whether a text is still marked as last year's. Its
// references aren't this year's claims, and aren't evaluated.
func IsLastYears(t yamlpos.Text) bool {
	first := strings.TrimLeft(t.Markdown, "#>*_ \t\r\n")
	if first != "" && first[0] != LastYearMarker[0] && (first[0]|0x20 >= 'a' && first[0]|0x20 <= 'z') {
		return false // as most texts, and each is asked many times
	}
	return strings.HasPrefix(beginning(t), LastYearMarker)
}

// Shown is what a draft shows of a text: of one that is last year's, the
// paragraph that says so, for a draft with old news in it misleads.
func Shown(t yamlpos.Text) yamlpos.Text {
	if !IsLastYears(t) {
		return t
	}
	paragraph, _, _ := strings.Cut(strings.TrimSpace(t.Markdown), "\n\n")
	return yamlpos.NewText(paragraph, t.Position)
}
