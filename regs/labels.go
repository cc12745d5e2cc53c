package regs

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"apr/indicators"
	"apr/indicators/measures"
	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// listed is an indicator or measure that stands under a label such as "Better".
type listed struct {
	id, label string
	offset    int
	// good is true under "Better" and "What went well", level under labels that may be
	// meant of how high a figure is and not of how it changed.
	good, level bool
}

const (
	labelLead = `(?:(?:what|where|we|it|things?|indicators?|measures?|areas?|that|which|has|have|is|are|was|got|gone|getting|become|became|did|national|local)\s+)*`
	labelTail = `(?:\s+(?:this year|in the year|in 20\d\d[/–-](?:20)?\d\d|than last year|than the year before|since last year))?(?:,? (?:but|and|though) .*)?`
)

var (
	betterLabel  = lazyregexp.Lazy(`(?i)^` + labelLead + `(?:better|improved|improving|improvements?|improvement seen)` + labelTail + `$`)
	worseLabel   = lazyregexp.Lazy(`(?i)^` + labelLead + `(?:worse|worsened|worsening|deteriorated|deteriorating)` + labelTail + `$`)
	wellLabel    = lazyregexp.Lazy(`(?i)^` + labelLead + `(?:went|going|go|doing) well` + labelTail + `$`)
	notWellLabel = lazyregexp.Lazy(`(?i)^` + labelLead + `(?:(?:went|going|go|doing)\s+)?(?:not|didn['’]t|less)\s*(?:(?:go|gone|going|do|doing)\s+)?(?:(?:so|as)\s+)?well` + labelTail + `$`)
	// labelLine is a label in front of what stands under it.
	labelLine = lazyregexp.Lazy(`^\s*(?:[-*+]\s+|[0-9]+[.)]\s+)?(?:\*\*([^*:]+):?\*\*:?|([^*:|#>]{4,40}):)(?:\s+(.*))?$`)
	headLine  = lazyregexp.Lazy(`^\s*(?:#+\s+([^#]+?)\s*#*|\*\*([^*]+?):?\*\*:?)\s*$`)
	itemLine  = lazyregexp.Lazy(`^\s*(?:[-*+]|[0-9]+[.)])\s`)
	// namedID is an id as texts name it, or as references do.
	namedID = lazyregexp.Lazy(`\b[A-Z][A-Za-z]{0,8}-?[0-9]{1,4}[a-z]?\b`)
	// ofItsOwn is what an item says of a time or a comparison of its own, or against
	// its label.
	ofItsOwn = lazyregexp.Lazy(`(?i)\b(?:since|than|although|though|but|still|not|no longer|without|except|apart from|against|compared|comparison|Scotland|Scottish|average|famil\w+|target|over the|years|quarter|locality|before|until|while|whereas|slower|North|South|East|West|20\d\d)\b|n['’]t\b`)
	// ownBase is what a text before a list compares with.
	ownBase = lazyregexp.Lazy(`(?i)\b(?:since|than|over (?:the )?(?:last |past )?(?:\w+ )?years|compared|against|Scotland|Scottish|average|target)\b[^.]*[:.]?\s*$`)
)

// labelOf reads a label; ok is false of other words.
func labelOf(words string) (l listed, ok bool) {
	words = strings.TrimRight(strings.Join(strings.Fields(words), " "), ":. ")
	switch {
	case betterLabel().MatchString(words):
		return listed{label: words, good: true}, true
	case worseLabel().MatchString(words):
		return listed{label: words}, true
	case wellLabel().MatchString(words):
		return listed{label: words, good: true, level: true}, true
	case notWellLabel().MatchString(words):
		return listed{label: words, level: true}, true
	}
	return listed{}, false
}

// underLabels are the ids in a text that stand under labels.
func underLabels(text string, titles map[string]string) (all []listed) {
	var head *listed // the heading that lists stand under
	var open *listed // the label whose words go on
	before := ""     // the last line that isn't under a label: it may say what is compared
	begin, content := 0, 0
	flush := func(end int) {
		if open != nil {
			all = append(all, idsUnder(text, content, end, *open)...)
			all = append(all, titlesUnder(text, content, end, *open, titles)...)
		}
		open = nil
	}
	for begin < len(text) {
		line, _, _ := strings.Cut(text[begin:], "\n")
		end := begin + len(line)
		label, at := labelled(line)
		switch {
		case strings.TrimSpace(line) == "":
			flush(begin)
		case isHead(line):
			flush(begin)
			m := headLine().FindStringSubmatch(line)
			head = nil
			if l, ok := labelOf(m[1] + m[2]); ok {
				head = &l
			}
		case label != nil:
			flush(begin)
			if !ownBase().MatchString(before) {
				open, content = label, begin+at
			}
		case isItem(line):
			flush(begin)
			if head != nil {
				open, content = head, begin
			}
		case open == nil:
			before = line
		}
		begin = end + 1
	}
	flush(len(text))
	return all
}

// isHead and isItem look at how a line begins first: most are neither.
func isHead(line string) bool {
	start := strings.TrimLeft(line, " \t\r\f")
	return (strings.HasPrefix(start, "#") || strings.HasPrefix(start, "**")) && headLine().MatchString(line)
}

func isItem(line string) bool {
	start := strings.TrimLeft(line, " \t\r\f")
	return start != "" && strings.IndexByte("-*+0123456789", start[0]) >= 0 && itemLine().MatchString(line)
}

// labelled reads a label at the beginning of a line; at is where the words behind it
// begin. It is nil without one.
func labelled(line string) (l *listed, at int) {
	if !strings.Contains(line, ":") && !strings.Contains(line, "**") {
		return nil, 0
	}
	m := labelLine().FindStringSubmatchIndex(line)
	if m == nil {
		return nil, 0
	}
	words := 2
	if m[words] < 0 {
		words = 4
	}
	read, ok := labelOf(line[m[words]:m[words+1]])
	if !ok {
		return nil, 0
	}
	if m[6] < 0 {
		return &read, len(line)
	}
	return &read, m[6]
}

// idsUnder are the ids from begin to end of a text, but those of which it says more than
// the label does.
func idsUnder(text string, begin, end int, l listed) (all []listed) {
	if begin > end {
		return nil
	}
	words := text[begin:end]
	last := 0
	for _, m := range namedID().FindAllStringIndex(words, -1) {
		behind := m[1] + strings.IndexAny(words[m[1]:]+".", ",;.")
		before := words[last:m[0]]
		if i := strings.LastIndex(before, ". "); i >= 0 {
			before = before[i:]
		}
		around := before + words[m[1]:min(behind, len(words))]
		last = m[1]
		if ofItsOwn().MatchString(around) {
			continue
		}
		l.id, l.offset = strings.ReplaceAll(words[m[0]:m[1]], "-", ""), begin+m[0]
		all = append(all, l)
	}
	return all
}

// leastTitle is from how many words on a title is known in a text.
const leastTitle = 4

// measureTitles are the ids of local measures by their titles in small letters, as far as the
// first comma. A title that two have is neither's.
func measureTitles(r *project.Project) map[string]string {
	titles := map[string]string{}
	eachMeasure(r, func(m *project.LocalMeasure) {
		title, _, _ := strings.Cut(m.Title, ",")
		title = strings.ToLower(strings.Join(strings.Fields(title), " "))
		if len(strings.Fields(title)) < leastTitle {
			return
		}
		if _, twice := titles[title]; twice {
			titles[title] = ""
			return
		}
		titles[title] = m.ID
	})
	return titles
}

// titlesUnder are the measures whose titles stand from begin to end of a text, without their
// ids, but those of which it says more than the label does.
func titlesUnder(text string, begin, end int, l listed, titles map[string]string) (all []listed) {
	if begin > end {
		return nil
	}
	words := strings.ToLower(strings.Join(strings.FieldsFunc(text[begin:end], unicode.IsSpace), " "))
	for _, title := range slices.Sorted(maps.Keys(titles)) {
		id := titles[title]
		i := strings.Index(words, title)
		if id == "" || i < 0 || strings.Contains(text[begin:end], id) {
			continue
		}
		behind := i + len(title)
		behind += strings.IndexAny(words[behind:]+".", ",;.")
		if ofItsOwn().MatchString(words[i+len(title) : min(behind, len(words))]) {
			continue
		}
		first, _, _ := strings.Cut(title, " ")
		l.id, l.offset = id, begin+max(strings.Index(strings.ToLower(text[begin:end]), first), 0)
		all = append(all, l)
	}
	return all
}

// course is how an indicator or a measure changed.
type course struct {
	lately, whole indicators.Direction // since the value before, and since the first year
	national      indicators.Direction // against Scotland
	said          string
	related       []source.Related
	polarity      indicators.Polarity // of a local measure
}

// courseOf is how what has an id changed; nil where nothing is known of it.
func courseOf(r *project.Project, id string) *course {
	if r.Indicators != nil {
		if s := r.Indicators.ByID(indicators.ID(id)); s != nil {
			return indicatorCourse(s)
		}
	}
	if r.Framework == nil {
		return nil
	}
	i := slices.IndexFunc(r.Framework.Measures, func(m *project.LocalMeasure) bool { return m.ID == id })
	if i < 0 {
		return nil
	}
	return measureCourse(r.Framework.Measures[i])
}

func indicatorCourse(s *indicators.Series) *course {
	c, to := s.FromPrevious, s.Newest()
	if c == nil || to == nil {
		return nil
	}
	from := s.At(c.FromYear)
	if from == nil || from.Value == nil {
		return nil
	}
	out := &course{lately: c.Direction, said: fmt.Sprintf("%s was %s in %s and %s in %s", s.Indicator.ID, s.Indicator.Format(*from.Value), from.Period, s.Indicator.Format(*to.Value), to.Period),
		related: []source.Related{{Position: from.Position, Message: from.Period}, {Position: to.Position, Message: to.Period}}}
	if s.FromFirst != nil {
		out.whole = s.FromFirst.Direction
		if first := s.At(s.FromFirst.FromYear); first != nil && first != from && first.Value != nil {
			out.said += fmt.Sprintf(" (%s in %s)", s.Indicator.Format(*first.Value), first.Period)
		}
	}
	if s.AgainstScotland != nil {
		out.national = s.AgainstScotland.Direction
	}
	return out
}

func measureCourse(m *project.LocalMeasure) *course {
	a := m.Whole
	if a.Before == nil || a.Newest == nil || a.Before.Value == nil || a.Newest.Value == nil {
		return nil
	}
	out := &course{lately: a.Direction, polarity: m.Terms.Polarity, said: fmt.Sprintf("%s was %s in %s and %s in %s", m.ID, m.Format(*a.Before.Value), a.Before.Period, m.Format(*a.Newest.Value), a.Newest.Period),
		related: []source.Related{{Position: a.Before.Position, Message: a.Before.Period.String()}, {Position: a.Newest.Position, Message: a.Newest.Period.String()}}}
	if i := slices.IndexFunc(m.Years, func(p *measures.Point) bool { return p != nil && p.Value != nil }); i >= 0 && m.Years[i] != a.Before {
		first := *m.Years[i].Value
		out.said += fmt.Sprintf(" (%s in %s)", m.Format(first), m.Years[i].Period)
		if out.whole = indicators.Better; (*a.Newest.Value > first) != (m.Terms.Polarity == indicators.HigherIsBetter) {
			out.whole = indicators.Worse
		}
	}
	return out
}

// against reports whether the data say the opposite of a label.
func (c *course) against(l listed) bool {
	opposite, same := indicators.Worse, indicators.Better
	if !l.good {
		opposite, same = same, opposite
	}
	if l.level && (c.whole == same || c.national == same) {
		return false // it may be meant of the level, or of the years
	}
	return c.lately == opposite
}

// checkLabels holds what texts list as better or worse against how it changed. A change
// that isn't clear is neither.
func checkLabels(r *project.Project, p *Pass) {
	doubted := sync.OnceValue(func() map[source.Position]bool {
		at := map[source.Position]bool{}
		for _, q := range doubtedValues(r) {
			at[q.Position] = true
		}
		return at
	})
	titles := measureTitles(r)
	r.Narrative.EachText(func(_ string, t *yamlpos.Text) {
		if !says(*t) || project.IsLastYears(*t) {
			return
		}
		for _, l := range underLabels(t.Markdown, titles) {
			c := courseOf(r, l.id)
			if c == nil || !c.against(l) || slices.ContainsFunc(c.related, func(v source.Related) bool { return doubted()[v.Position] }) {
				continue // of a value in doubt that is told first
			}
			hint := "move it to the other list, or say since when it is so"
			if c.polarity != "" {
				hint = fmt.Sprintf("move it to the other list, say since when it is so, or see whether the polarity of %s is %q by right", l.id, c.polarity)
			}
			p.add(Finding{Position: t.At(l.offset), Found: fmt.Sprintf("the text has %s under %q; %s, which is %s", l.id, l.label, c.said, c.lately),
				Hint: hint, Related: c.related})
		}
	})
}
