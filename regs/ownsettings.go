package regs

import (
	"fmt"
	"reflect"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// namesUs are the keys of apr.yaml that call the authority something.
var namesUs = lazyregexp.Lazy(`^(?:authority\.short_name|brand\.name|title)$`)

// reachesUs are those that say where it is and what it wrote.
var reachesUs = lazyregexp.Lazy(`^(?:authority\.(?:contact|formats)|accessibility\.contact|publication\.accessibility_assessed)$`)

// settings reports the names of other authorities, and of apr's examples, in apr.yaml and
// among those who sign.
func (n *ownNames) settings() {
	config := n.project.Config
	yamlpos.EachString("", reflect.ValueOf(config).Elem(), func(path, value string) {
		switch pos := config.PositionOf(path); {
		case namesUs().MatchString(path):
			n.named(path, value, at(pos, projectFile), false)
		case reachesUs().MatchString(path):
			n.named(path, value, at(pos, projectFile), true)
		}
	})
	for i, s := range n.project.Narrative.Opening.SignedBy {
		n.named(fmt.Sprintf("signed_by[%d].role", i), s.Role, s.Position, false)
	}
}

// named reports another authority's name, or one of apr's examples', in a value; board says
// whether an area alone, as in the name of a street, is none.
func (n *ownNames) named(path, value string, pos source.Position, board bool) {
	if m := exampleNames().FindString(value); m != "" && !n.isOwn(m) {
		n.add(Finding{Position: pos, Likely: true, Found: fmt.Sprintf("%s is %q, and %s is a name of apr's example", path, value, m), Hint: "write the authority's own name", Related: authorityPlace(n.project)})
		return
	}
	if !namesArea(value) || related().MatchString(anyAddress().ReplaceAllString(value, "")) {
		return
	}
	find := areaAlone
	if board {
		find = authorities
	}
	for _, m := range find().FindAllStringSubmatchIndex(value, -1) {
		area := value[m[2]:m[3]]
		if n.bodies.isOwn(area) || partOfName(value, m[2]) || !board && followedByName(value, m[3]) {
			continue
		}
		n.add(Finding{Position: pos, Likely: true, Found: fmt.Sprintf("%s is %q, and %s isn't this authority's area", path, strings.TrimSpace(value), area),
			Hint: "write the authority's own name", Related: authorityPlace(n.project)})
		return
	}
}

// A settingsAddress is a web address or an e-mail address of apr.yaml.
type settingsAddress struct {
	path, written, host string
	mail                bool
	pos                 source.Position
}

var (
	anyAddress  = lazyregexp.Lazy(`https?://\S+|\S+@\S+`)
	webAddress  = lazyregexp.Lazy(`https?://([\w.-]+\.[a-z]{2,})`)
	mailAddress = lazyregexp.Lazy(`[\w.+-]+@([\w-]+(?:\.[\w-]+)*\.[a-z]{2,})`)
	// ownAddresses are the keys of addresses that are the authority's or its partners'.
	ownAddresses = lazyregexp.Lazy(`^(?:authority\.(?:contact|formats|languages\[\d+\]\.(?:text|url))|publication\.url|strategic_plan\.url|summary\.url|accessibility\.(?:statement|contact|versions\[\d+\]\.(?:url|how)))$`)
	// sharedHosts are those that authorities and others use alike.
	sharedHosts = lazyregexp.Lazy(`(?:^|\.)(?:nhs\.(?:scot|uk|net)|gov\.(?:scot|uk)|youtube\.com|youtu\.be|vimeo\.com|sway\.office\.com|sharepoint\.com|issuu\.com|hscscotland\.(?:scot|org|org\.uk))$`)
	exampleHost = lazyregexp.Lazy(`(?i)\b(?:carrickmoor|ardenmuir)\.example\.org\b`)
	letters     = lazyregexp.Lazy(`[a-z]+`)
)

// addresses reports addresses that are of another authority, of apr's examples, or of a host that
// is neither that of the others nor called after the authority.
func (n *ownNames) addresses() {
	config := n.project.Config
	var all []settingsAddress
	yamlpos.EachString("", reflect.ValueOf(config).Elem(), func(path, value string) {
		for _, m := range exampleHost().FindAllString(value, -1) {
			n.exampleAddress(path, m, at(config.PositionOf(path), projectFile))
		}
		if !ownAddresses().MatchString(path) {
			return
		}
		add := func(written, host string, mail bool) {
			all = append(all, settingsAddress{path, written, strings.TrimPrefix(strings.ToLower(host), "www."), mail, at(config.PositionOf(path), projectFile)})
		}
		for _, m := range webAddress().FindAllStringSubmatch(value, -1) {
			add(m[0], m[1], false)
		}
		for _, m := range mailAddress().FindAllStringSubmatch(value, -1) {
			add(m[0], m[1], true)
		}
	})
	n.project.Narrative.EachText(func(_ string, t *yamlpos.Text) {
		if !strings.Contains(t.Markdown, ".example.") {
			return
		}
		for _, m := range exampleHost().FindAllStringIndex(t.Markdown, -1) {
			n.exampleAddress("the text", t.Markdown[m[0]:m[1]], t.At(m[0]))
		}
	})
	for i := range all {
		n.address(&all[i], all)
	}
	n.paths()
}

// pathOf is the path of a web address.
var pathOf = lazyregexp.Lazy(`https?://[\w.-]+/([^\s;,]*)`)

// paths reports web addresses of the report and the plan with another area in their path.
func (n *ownNames) paths() {
	c := n.project.Config
	for _, a := range [][2]string{{"publication.url", c.Publication.URL}, {"publication.national_site", c.Publication.NationalSite}, {"strategic_plan.url", c.StrategicPlan.URL}} {
		path, url := a[0], a[1]
		m := pathOf().FindStringSubmatch(strings.ToLower(url))
		if m == nil || n.callsUs(strings.NewReplacer("-", "", "_", "").Replace(m[1])) {
			continue
		}
		for part := range strings.SplitSeq(m[1], "/") {
			if area := areaInHost(part); area != "" && !n.bodies.isOwn(area) && strings.HasPrefix(strings.ReplaceAll(part, "-", ""), strings.Join(letters().FindAllString(plainName(area), -1), "")) {
				n.add(Finding{Position: at(c.PositionOf(path), projectFile), Likely: true, Found: fmt.Sprintf("%s has the address %s, and %s isn't this authority's area", path, strings.TrimSpace(url), area), Hint: "write the authority's own address", Related: authorityPlace(n.project)})
				break
			}
		}
	}
}

// exampleAddress reports an address of apr's examples in the report of another authority.
func (n *ownNames) exampleAddress(path, host string, pos source.Position) {
	name, _, _ := strings.Cut(strings.ToLower(host), ".")
	if n.isOwn(name) {
		return
	}
	n.add(Finding{Position: pos, Likely: true, Found: fmt.Sprintf("%s has an address at %s, which is apr's example's", path, host), Hint: "write the authority's own address", Related: authorityPlace(n.project)})
}

// address holds one address against the others.
func (n *ownNames) address(a *settingsAddress, all []settingsAddress) {
	if sharedHosts().MatchString(a.host) && !strings.HasSuffix(a.host, ".gov.uk") || exampleHost().MatchString(a.host) || n.callsUs(a.host) {
		return
	}
	if area := areaInHost(a.host); area != "" && !n.bodies.isOwn(area) {
		n.add(Finding{Position: a.pos, Likely: true, Found: fmt.Sprintf("%s has the address %s, and %s isn't this authority's area", a.path, a.written, area), Hint: "write the authority's own address", Related: authorityPlace(n.project)})
		return
	}
	others, site := map[string]bool{}, ""
	count := 0
	for i := range all {
		if o := &all[i]; o != a && !sharedHosts().MatchString(o.host) && o.written != a.written {
			site = siteOf(o.host)
			others[site] = true
			count++
		}
	}
	if count < leastAddresses || len(others) != 1 || site == siteOf(a.host) {
		return
	}
	n.add(Finding{Position: a.pos, Found: fmt.Sprintf("%s has the address %s, and the other %d addresses of apr.yaml are at %s", a.path, a.written, count, site), Hint: "see whether the address is the authority's own"})
}

// leastAddresses is how many others an address is held against.
const leastAddresses = 2

// callsUs reports whether a host has a word of the authority's, a partner's or a place's name in
// it.
func (n *ownNames) callsUs(host string) bool {
	c := n.project.Config
	for _, name := range append([]string{c.Authority.Area, c.Authority.Name, c.Authority.ShortName, c.Authority.HealthBoard, c.Brand.Name}, c.Authority.Councils...) {
		for _, word := range letters().FindAllString(plainName(name), -1) {
			if len(word) >= leastHostWord && !wordsOfBodies()[word] && strings.Contains(host, word) {
				return true
			}
		}
	}
	return false
}

const leastHostWord = 4

// wordsOfBodies are words of names of bodies that any has.
var wordsOfBodies = setOf(`council health social care partnership integration joint board city north south east west
		islands authority with`)

// areaInHost is the area whose name is in a host, "" for none.
func areaInHost(host string) string {
	joined := strings.NewReplacer("-", "", ".", " ").Replace(host)
	for _, area := range areaWords() {
		plain := strings.Join(letters().FindAllString(plainName(area), -1), "")
		if len(plain) >= leastHostWord && strings.Contains(joined, plain) {
			return area
		}
	}
	return ""
}

// siteOf is the part of a host that is registered: its last two labels, or three where the last
// two are a registry's, as in falkirk.gov.uk and fife.example.org.
func siteOf(host string) string {
	labels := strings.Split(host, ".")
	n := 2
	if len(labels) > 2 && (len(labels[len(labels)-1]) == 2 && len(labels[len(labels)-2]) <= 3 || labels[len(labels)-2] == "example") {
		n = 3
	}
	return strings.Join(labels[max(0, len(labels)-n):], ".")
}
