package regs

import (
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"apr/internal/lazyregexp"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
	"apr/regs/evidence"
	"apr/regs/impossible"
)

var (
	// yearOfThePlan says which year of the plan the reporting year was.
	yearOfThePlan = lazyregexp.Lazy(`(?i)\b(first|second|third|fourth|fifth|sixth|final|last|penultimate)(?: and (final|last))? year of (?:(?:the|our|its|this) (?:(?:\pL+-year|current|joint) )?(?:strategic (?:commissioning )?)?plan\b|[*_“"‘']+(\p{Lu}[^*_”"’']{2,60}))`)
	// planInItsYear says the same with the plan as the subject.
	planInItsYear = lazyregexp.Lazy(`(?i)(?:\b(?:the|our|its|this) (?:strategic (?:commissioning )?)?plan\b|[*_“"‘']+(\p{Lu}[^*_”"’']{2,60})[*_”"’']+),? (?:is|was|has been|entered|completed|finished|reached|came to the end of)(?: now| then)? (?:in )?its (first|second|third|fourth|fifth|sixth|final|last|penultimate)(?: and (final|last))? year(?: of (two|three|four|five|six|ten))?\b`)
	ordinals      = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
	// notThisPlan is another plan, or another time.
	notThisPlan = lazyregexp.Lazy(`(?i)\b(?:former|previous\w*|next|new|newer|earlier|draft|replac\w+|successor|coming|revised|old|older|will|would|begin|began|begins|since|until|before|after|from|by the end of|half|(?:financial|workforce|integration|locality|local|digital|property|carers?|council|corporate|delivery|improvement|implementation|action|national|government|children['’]?s?|housing|recovery|medium-term) (?:\pL+ )?(?:plans?|framework|strategy))\b`)
)

// yearOfPlan holds which year of the strategic plan a text has the reporting year to be
// against the years of apr.yaml.
func (n *ownNames) yearOfPlan(s statement) {
	if !s.has(" year") {
		return
	}
	plan, year := n.project.Config.StrategicPlan, int(n.project.Config.Year)
	from, to, ok := spanOf(plan.Period)
	if spans := planSpan().FindAllString(s.words, -1); len(spans) == 1 {
		if f, t, said := spanOf(spans[0]); said && t-f >= 2 {
			from, to = f, t // as the sentence has them; whether they are right is another question
		}
	}
	if !ok || year < from || year >= to || notThisPlan().MatchString(s.words) {
		return
	}
	said, last, of, title, begin := "", "", "", "", 0
	group := func(m []int, i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return strings.ToLower(s.words[m[2*i]:m[2*i+1]])
	}
	if m := yearOfThePlan().FindStringSubmatchIndex(s.words); m != nil {
		said, last, title, begin = group(m, 1), group(m, 2), group(m, 3), m[2]
	} else if m := planInItsYear().FindStringSubmatchIndex(s.words); m != nil {
		title, said, last, of, begin = group(m, 1), group(m, 2), group(m, 3), group(m, 4), m[4]
	} else {
		return
	}
	if title != "" && !strings.HasPrefix(title, strings.ToLower(plan.Title)) {
		return
	}
	is, years := year-from+1, to-from
	wrong := false
	if k, counted := ordinals[said]; counted {
		wrong = k != is
	} else if said == "penultimate" {
		wrong = is != years-1
	} else {
		last = said
	}
	wrong = wrong || last != "" && is != years || of != "" && numberOf(of) != years
	if !wrong {
		return
	}
	n.add(Finding{Position: s.at(begin), Likely: true, Found: fmt.Sprintf("the text has %s as another year of the plan (%q); it is year %d of %d, from %d to %d", n.project.Config.Year, wording.OneLine(strings.TrimSpace(s.words[begin:min(len(s.words), begin+40)])), is, years, from, to),
		Hint: "correct the text, or strategic_plan.period in apr.yaml", Related: declared(at(n.project.Config.PositionOf("strategic_plan.period"), planPosition(n.project)), "the plan's period")})
}

var (
	// prioritiesCounted are the plan's, counted.
	prioritiesCounted = lazyregexp.Lazy(`(?i)(?:(?:\b(?:it|plan|we|board|partnership)|[*_”"]) (?:has|have|sets?|names?|identif(?:y|ies))(?: out)?|\b(?:the|our|its|all|these)) (two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}) (?:strategic )?priorities\b`)
	otherPriorities   = lazyregexp.Lazy(`(?i)\b(?:other|neighbour\w*|elsewhere|compar\w*|remaining|former\w*|last|previous\w*|earlier|until|next|will|new|first|top|main|localit\w+|groups?|national|workforce|financial|Scottish|government|revised|carers['’]?|children['’]?s?)\b`)
)

// priorities holds how many priorities of the plan a sentence counts against those of apr.yaml.
func (n *ownNames) priorities(s statement) {
	listed := len(n.project.Config.StrategicPlan.Priorities)
	if listed == 0 || !s.has("priorities") || otherPriorities().MatchString(s.words) {
		return
	}
	m := prioritiesCounted().FindStringSubmatchIndex(s.words)
	if m == nil || numberOf(s.words[m[2]:m[3]]) == listed || len(impossible.Find(s.words)) > 0 {
		return // or R0-impossible speaks, of the list behind the count
	}
	n.add(Finding{Position: s.at(m[2]), Likely: true, Found: fmt.Sprintf("the text mentions %s of the plan; apr.yaml lists %d", strings.ToLower(wording.OneLine(s.words[m[2]:m[1]])), listed),
		Hint: "correct the text, or strategic_plan.priorities in apr.yaml", Related: declared(at(n.project.Config.PositionOf("strategic_plan.priorities"), planPosition(n.project)), "the list in apr.yaml")})
}

var (
	// plansTitle is a title in the place of the plan's: "Our strategic plan is *Closer to Home*".
	plansTitle = lazyregexp.Lazy(`\b(?:[Oo]ur|[Tt]he|[Ii]ts|[Tt]his)(?: [Bb]oard's| [Pp]artnership's)? (?:[Jj]oint )?(?:(?:[Ss]trategic (?:[Cc]ommissioning )?)?[Pp]lan),?(?: is| was| for 20\d\d\S*| from 20\d\d| called| named| titled| with the title|,|:)* ?[*_“"]+(\p{Lu}[^*_”"\n]{3,60})[*_”"]`)
	// titleIsPlan is one before: "*Closer to Home*, our strategic plan".
	titleIsPlan = lazyregexp.Lazy(`[*_“"]+(\p{Lu}[^*_”"\n]{3,60})[*_”"]+,? (?:is |was )?(?:our|the board['’]s|the partnership['’]s|its|the) (?:strategic (?:commissioning )?)?plan\b`)
	anotherPlan = lazyregexp.Lazy(`(?i)\b(?:former|previous\w*|last|next|new|newer|earlier|draft|replac\w+|successor|follow\w+|coming|old|older|(?:financial|workforce|integration|locality|local|digital|property|carers?|council|corporate|delivery|improvement|implementation|action|national|government|children['’]?s?|housing|recovery) (?:\pL+ )?(?:plans?|framework|strategy))\b`)
)

// planTitle reports a plan that texts name in the place of the one in apr.yaml, which none of them
// mentions.
func (n *ownNames) planTitle() {
	title := plainText(n.project.Config.StrategicPlan.Title)
	if title == "" {
		return
	}
	var found *Finding
	mentioned := false
	n.project.Narrative.EachText(func(_ string, t *yamlpos.Text) {
		if mentioned || !says(*t) {
			return
		}
		if mentioned = strings.Contains(plainText(t.Markdown), title); mentioned || found != nil {
			return
		}
		for _, span := range evidence.Sentences(t.Markdown) {
			words := blankLines.Replace(t.Markdown[span.Start:span.End])
			if !strings.Contains(words, "lan") || anotherPlan().MatchString(words) {
				continue
			}
			m := plansTitle().FindStringSubmatchIndex(words)
			if m == nil {
				m = titleIsPlan().FindStringSubmatchIndex(words)
			}
			if m == nil || n.isPriority(words[m[2]:m[3]]) {
				continue
			}
			found = &Finding{Position: t.At(span.Start + m[2]), Likely: true,
				Found: fmt.Sprintf("the text has %q as the plan; apr.yaml has %q, which no text mentions", wording.OneLine(words[m[2]:m[3]]), n.project.Config.StrategicPlan.Title),
				Hint:  "correct the text, or strategic_plan.title in apr.yaml", Related: declared(at(n.project.Config.PositionOf("strategic_plan.title"), planPosition(n.project)), "the plan's title")}
			return
		}
	})
	if found != nil && !mentioned {
		n.add(*found)
	}
}

// inStars is what begins with words in bold or in italics.
var inStars = lazyregexp.Lazy(`^\*{1,2}(\pL[^*\n]{5,60})\*{1,2}`)

// longestInStars is how many bytes inStars looks at, at most: a text of stars alone would
// else be read from each of them to its end.
const longestInStars = 2 + 61*utf8.UTFMax + 2

// emphasised are where words in bold or in italics begin and end, without their stars.
func emphasised(text string) (all [][2]int) {
	for at := 0; at < len(text); {
		next := strings.IndexByte(text[at:], '*')
		if next < 0 {
			break
		}
		star := at + next
		// Of the stars that end words none begins others.
		if star == 0 || star > at && !lazyregexp.IsWordByte(text[star-1]) {
			if m := inStars().FindStringSubmatchIndex(text[star:min(len(text), star+longestInStars)]); m != nil {
				all = append(all, [2]int{star + m[2], star + m[3]})
				at = star + m[1]
				continue
			}
		}
		at = star + 1
	}
	return all
}

// nearNames reports emphasised words that are nearly the name of a priority, a locality or the plan.
func (n *ownNames) nearNames() {
	c := n.project.Config
	names := []string{c.StrategicPlan.Title}
	for _, p := range c.StrategicPlan.Priorities {
		names = append(names, p.Name)
	}
	for _, l := range c.Localities {
		names = append(names, l.Name)
	}
	n.project.Narrative.EachText(func(_ string, t *yamlpos.Text) {
		if !strings.Contains(t.Markdown, "*") || !says(*t) || project.IsLastYears(*t) {
			return
		}
		for _, m := range emphasised(t.Markdown) {
			written := t.Markdown[m[0]:m[1]]
			if name := nearName(written, names); name != "" && !n.told(t.At(m[0]).String()) {
				n.add(Finding{Position: t.At(m[0]), Likely: true, Found: fmt.Sprintf("the text has %q; apr.yaml has %q", wording.OneLine(written), name), Hint: "write the name as apr.yaml has it, or correct it there"})
			}
		}
	})
}

// leastNear is how long a name is of which others are nearly it, and nearLetters by one letter in how
// many they differ at most.
const (
	leastNear   = 8
	nearLetters = 6
)

// nearName is the name that words nearly are, "" where they are one, or none.
func nearName(written string, names []string) (near string) {
	is := plainText(strings.TrimRight(written, ".,:;"))
	for _, name := range names {
		plain := plainText(name)
		switch {
		case plain == "" || len(plain) < leastNear:
		case strings.Contains(is, plain), strings.Contains(plain, is):
			return ""
		case levenshtein.ComputeDistance(is, plain) <= len(plain)/nearLetters:
			near = name
		}
	}
	return near
}

// isPriority reports whether a name is that of one of the plan's priorities.
func (n *ownNames) isPriority(name string) bool {
	for _, p := range n.project.Config.StrategicPlan.Priorities {
		if strings.HasPrefix(plainText(name), plainText(p.Name)) {
			return true
		}
	}
	return false
}

// inspected reports inspected services that are called after another area, and that nothing else
// in the project names.
func (n *ownNames) inspected() {
	reg := n.project.Narrative.Reg7
	for i := range reg.Entries {
		e := &reg.Entries[i]
		n.service(e.Service, e.Position)
	}
	for i := range reg.Graded {
		if g := &reg.Graded[i]; !namesArea(g.Provider) {
			n.service(g.Service, g.Position)
		}
	}
}

// service reports an inspected service that is called after another area.
func (n *ownNames) service(service string, pos source.Position) {
	if !namesArea(service) {
		return
	}
	for _, m := range areaAlone().FindAllStringSubmatchIndex(service, -1) {
		area := service[m[2]:m[3]]
		if n.bodies.isOwn(area) || partOfName(service, m[2]) || followedByName(service, m[3]) || n.namedElsewhere(service) {
			continue
		}
		n.add(Finding{Position: at(pos, regulationFile(n.project, 7)), Likely: true, Found: fmt.Sprintf("the service inspected is %q, and %s isn't this authority's area", service, area),
			Hint: "write the service's name, or say in a text why a service of another area is reported", Related: authorityPlace(n.project)})
		return
	}
}

// namedElsewhere reports whether the project's settings, its services or its texts name a
// service, as far as the first comma.
func (n *ownNames) namedElsewhere(service string) bool {
	name, _, _ := strings.Cut(service, ",")
	name = plainText(name)
	found := false
	look := func(s string) { found = found || strings.Contains(plainText(s), name) }
	yamlpos.EachString("", reflect.ValueOf(n.project.Config).Elem(), func(_, value string) { look(value) })
	if n.project.Account != nil {
		for i := range n.project.Account.Services {
			look(n.project.Account.Services[i].Name)
		}
	}
	n.project.Narrative.EachText(func(_ string, t *yamlpos.Text) { look(t.Markdown) })
	return found
}
