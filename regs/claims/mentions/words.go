package mentions

import (
	"strings"
	"sync"

	"apr/regs/claims/language"
)

// mentionWord is what a word does around a number of things.
type mentionWord uint16

const (
	silent     mentionWord = 1 << iota // it narrows nothing
	determiner                         // "the", "its"
	leaving                            // no noun phrase goes on with it
	bounding                           // before a number or behind it: so many more, or at least so many
	cutting                            // another part of the sentence begins with it
	opening                            // a sentence with it says what is wanted or supposed
	shaky                              // a part with it says something else than how many there are
	leaning                            // it stands for something that was named before
	timely                             // it says when
	generic                            // there are many of it, for many reasons
	uncounted                          // what isn't a thing
	oneTotal                           // the whole of it is counted once in a report
	voiced                             // somebody says or makes it
)

// mentionWords has what words do in a mention, by word or by stem (generic, oneTotal, uncounted).
var mentionWords = sync.OnceValue(func() map[string]mentionWord {
	words := map[string]mentionWord{}
	for _, list := range []struct {
		does  mentionWord
		words string
	}{
		{silent | determiner | leaving, `the a an our its their his her this that these those all any`},
		{silent | leaving, `of in on at to for from with by into over under within through via across around about during between towards upon per as so then now out up off also only just still too even
			is are was were be been being am has have had having do does did done who whom whose which what where when while we us you i it they them he she there here and or but because since if both either
			together altogether overall total sum some roughly approximately nearly almost well`},
		{silent, `receive received receives receiving came come comes coming attend attends attended attending use uses used using visit visits visited visiting join joined joins take takes took taking taken part reach reached reaches reaching
			see saw seen serve serves served serving look looks looked after hold held holds run ran runs running contain contains contained cover covers covered include includes included comprise comprises comprised
			get got gets given give gave gives make makes made making hear heard hears tell told tells bring brought number numbers count counted counts record records recorded altogether go goes went gone know known
			year years board board's partnership partnership's authority authority's area area's ijb integration joint local most own currently today overall respectively one two three four five six seven eight nine ten
			different separate various several exactly precisely namely alone much many case say says said listen listened read reads report reported reports note noted find found way open opened say such work works worked live lives lived exist exists`},
		{leaving, `not than less more fewer every each me my your between against`},
		{bounding, `other others another more fewer less further additional extra over under above below beyond within than least maximum minimum every each first last next top remaining same following previous both half further-`},
		{cutting, `and but while whereas or when where because since so after before as though although than against compared including if then plus besides except apart whose yet nor unless until which`},
		{opening, `target targets aim aims aimed goal goals planned expected expect expects hope hoped hopes if unless whether forecast forecasts budgeted proposed promised promise thought believed estimate estimates estimated wanted suppose supposed
			intend intends intended projected assume assumed assumes`},
		{shaky, `not no never neither nor without will would should could may might can shall cannot can't won't wouldn't couldn't didn't wasn't weren't isn't aren't haven't hasn't don't doesn't next until each every per daily weekly monthly yearly
			average median usual usually typical typically than fewer less last previous previously earlier before ago formerly originally once against compared another other others rest remaining further extra additional
			used-to nearly-all few fell rose risen fallen grew grown increased decreased dropped plus former likely needed need needs want wants due half double twice`},
		{leaning, `it its they them their this these those he she his her such both theirs itself`},
		{timely, `january february march april may june july august september october november december start started beginning began begun end ended winter summer spring autumn quarter half-year month months week weeks weekend weekday christmas easter day days night nights monday tuesday wednesday thursday friday saturday sunday annually`},
		{generic, `person adult child resident carer patient staff visit home call place woman man member group team service meeting session event area plan post worker user family case bed class officer course review activity project nurse job case change step death client individual customer respondent tenant parent pupil student`},
		{uncounted, `way thing other part kind sort round step half quarter third point occasion reason rule lot side degree item figure percentage commitment measure percent total time type form aspect word type level result priority outcome theme indicator matter principle question year-old day week hour bar row column line chart picture page one`},
		{oneTotal, `staff practice complaint story suggestion neighbourhood direction compliment recommendation`},
		{voiced, `direction complaint story suggestion compliment recommendation`},
	} {
		for _, w := range strings.Fields(list.words) {
			words[w] |= list.does
		}
	}
	return words
})

func (w mentionWord) has(o mentionWord) bool { return w&o != 0 }

// does is what a word does in a mention.
func does(word string) mentionWord { return mentionWords()[strings.TrimSuffix(word, "’s")] }

// doesHere is what the word of a token does in one.
func doesHere(t *language.Token) mentionWord {
	if t.Form != nil {
		return mentionWord(t.Form.InMention(func(word string) uint16 { return uint16(does(word)) }))
	}
	return does(t.Text)
}

// oneOfThem has the stems of words that don't follow the rule, or that mean the same as another.
var oneOfThem = sync.OnceValue(func() map[string]string {
	return map[string]string{"people": "person", "persons": "person", "children": "child", "women": "woman", "men": "man", "staff": "staff", "surgeries": "practice", "surgery": "practice",
		"responses": "reply", "response": "reply", "responded": "reply", "returns": "reply", "replies": "reply", "replied": "reply", "answers": "reply", "answered": "reply", "inspectors": "inspect", "inspection": "inspect",
		"inspections": "inspect", "inspected": "inspect", "wrote": "writ", "written": "writ", "events": "event", "gatherings": "event", "drop-ins": "drop-in", "attendances": "attend", "balances": "reserve", "electrically": "electric"}
})

// singular is what one of the things is called.
func singular(w string) string {
	if one, ok := oneOfThem()[w]; ok {
		return one
	}
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case len(w) > 5 && (strings.HasSuffix(w, "sses") || strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "shes") || strings.HasSuffix(w, "xes")):
		return w[:len(w)-2]
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		return w[:len(w)-1]
	}
	return w
}

// oneOf is what the forms of a word have in common.
func oneOf(w string) string {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	one := singular(w)
	switch {
	case one != w:
	case len(w) > 6 && strings.HasSuffix(w, "ing"):
		one = w[:len(w)-3]
	case len(w) > 5 && strings.HasSuffix(w, "ed"):
		one = w[:len(w)-2]
	}
	if len(one) > 4 {
		one = strings.TrimSuffix(one, "e")
	}
	return one
}
