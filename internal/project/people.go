package project

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// PeopleFile says who writes which text, and by when. A project needn't have it.
const PeopleFile = "people.yaml"

// People is people.yaml: the people who write the report, and of each text its owner,
// the day by which it is due, how long it may be and how far it is.
type People struct {
	SignOff SignOffRule `yaml:"sign_off,omitempty" jsonschema:"enum=required,enum=optional,description=required where a final report wants every text signed off; optional when absent"`
	People  []Person    `yaml:"people,omitempty" jsonschema:"description=The people who write the report and who sign it off"`
	// Texts are by name, as of Narrative.EachText.
	Texts    map[string]Assignment `yaml:"texts,omitempty" jsonschema:"description=Each text by its file and its key such as regulation-5.assessment or regulation-6.localities[0].assessment"`
	Position source.Position       `yaml:"-"`

	positions yamlpos.Positions
	// sums are the SHA-256 of the words of each text that was signed off, by name.
	sums map[string]string
}

// SignOffRule says whether a final report wants its texts signed off.
type SignOffRule string

// Rules of signing off.
const (
	SignOffRequired SignOffRule = "required"
	SignOffOptional SignOffRule = "optional"
)

// Person is somebody who writes the report or signs it off.
type Person struct {
	Name string `yaml:"name" jsonschema:"required,description=The person's name; or that of a team such as Planning and performance"`
	Role string `yaml:"role,omitempty" jsonschema:"description=The person's role such as Chief Finance Officer"`
	// Email and Initials may stand for the name where an owner is named.
	Email    string          `yaml:"email,omitempty" jsonschema:"description=The person's e-mail address"`
	Initials string          `yaml:"initials,omitempty" jsonschema:"description=Initials that may stand for the name where an owner is named"`
	Position source.Position `yaml:"-"`
}

// Assignment is what is known of who writes a text; the zero value where nothing is.
type Assignment struct {
	// About is what the entry of a list is about that the text is of, such as outcome=2:
	// its number in the key may come to be another's.
	About string `yaml:"about,omitempty" jsonschema:"description=What the entry is about that the text is of such as outcome=2; apr check says where the key has become another entry's. apr writes it"`
	Owner string `yaml:"owner,omitempty" jsonschema:"description=Who writes the text: the name; the initials or the e-mail address of one of people"`
	Due   string `yaml:"due,omitempty" jsonschema:"description=The day by which the text is due YYYY-MM-DD"`
	// Words is how many words the text may have; 0 for no limit.
	Words int `yaml:"words,omitempty" jsonschema:"minimum=1,maximum=100000,description=How many words the text may have"`
	// Status is what people say of the text; see TextStatus.State for what is so.
	Status    Status          `yaml:"status,omitempty" jsonschema:"enum=empty,enum=draft,enum=agreed,description=How far the text is: empty; draft or agreed. apr sees by itself whether a text is empty"`
	SignedOff *SignOff        `yaml:"signed_off,omitempty" jsonschema:"description=Who signed the text off; apr sign writes it"`
	Position  source.Position `yaml:"-"`
}

// Status is how far a text is.
type Status string

// How far a text is. Signed and Lapsed follow from its sign-off and aren't written.
const (
	Empty   Status = "empty"      // nothing is written yet
	Drafted Status = "draft"      // somebody writes it
	Agreed  Status = "agreed"     // nobody means to change it
	Signed  Status = "signed off" // in these words
	Lapsed  Status = "lapsed"     // signed off, and changed since
)

// Statuses are all of them, in order.
var Statuses = []Status{Empty, Drafted, Agreed, Signed, Lapsed}

// SignOff says that somebody stands by the very words of a text.
type SignOff struct {
	By string `yaml:"by" jsonschema:"required,description=Who signed the text off: one of people"`
	On string `yaml:"on" jsonschema:"required,description=The day YYYY-MM-DD"`
	// SHA256 is of the words; see WordsSum.
	SHA256   string          `yaml:"sha256" jsonschema:"required,description=The SHA-256 of the text's words; apr sign writes it"`
	Position source.Position `yaml:"-"`
}

// PositionOf is where a value of people.yaml is by its path, or the value around it.
func (p *People) PositionOf(path string) source.Position { return p.positions.Find(path).Value }

// KeyOf is where a text's key is in people.yaml, or what is around it; zero where it
// isn't there.
func (p *People) KeyOf(name string) source.Position {
	if _, listed := p.Texts[name]; !listed {
		return source.Position{}
	}
	return cmp.Or(p.positions[textPath(name)].Key, p.PositionOf(textPath(name)))
}

// textPath is the path of a text's entry in people.yaml.
func textPath(name string) string { return yamlpos.Join("texts", name) }

// Find is the person of that name, initials or e-mail address, whatever the case; nil
// for none.
func (p *People) Find(who string) *Person {
	if p == nil {
		return nil
	}
	want := strings.ToLower(wording.OneLine(who))
	if want == "" {
		return nil
	}
	for _, of := range []func(Person) string{
		func(p Person) string { return p.Name },
		func(p Person) string { return p.Initials },
		func(p Person) string { return p.Email },
	} {
		if i := slices.IndexFunc(p.People, func(one Person) bool { return strings.ToLower(wording.OneLine(of(one))) == want }); i >= 0 {
			return &p.People[i]
		}
	}
	return nil
}

// NameOf is the name of the person who is meant; as it is written where nobody is.
func (p *People) NameOf(who string) string {
	if found := p.Find(who); found != nil {
		return wording.OneLine(found.Name)
	}
	return wording.OneLine(who)
}

// Names are the people's names, and after them those of owners who aren't among them.
func (p *People) Names() []string {
	if p == nil {
		return nil
	}
	var names []string
	add := func(name string) {
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, one := range p.People {
		add(wording.OneLine(one.Name))
	}
	for _, text := range p.sorted() {
		add(p.NameOf(p.Texts[text].Owner))
	}
	return names
}

// Assigned is what people.yaml says of a text, with the owner's name in full; the zero
// value where it says nothing.
func (r *Project) Assigned(name string) Assignment {
	if r.People == nil {
		return Assignment{}
	}
	a := r.People.Texts[name]
	a.Owner = r.People.NameOf(a.Owner)
	return a
}

// TextsOf are the names of the texts that a person owns, in order of the report.
func (r *Project) TextsOf(person string) []string {
	var names []string
	for _, t := range r.TextStatuses() {
		if t.Owner != "" && t.Owner == r.People.NameOf(person) {
			names = append(names, t.Name)
		}
	}
	return names
}

// IsOfText reports whether a position is of a text: in it, at the entry that it is of or
// another key of that, or at what people.yaml says of it.
func (r *Project) IsOfText(at source.Position, name string) bool {
	within := func(path, of string) bool {
		rest, below := strings.CutPrefix(path, of)
		return below && of != "" && (rest == "" || rest[0] == '.' || rest[0] == '[')
	}
	if at.File == PeopleFile {
		return r.People != nil && within(r.People.positions.At(at), textPath(name))
	}
	stem, inFile, _ := strings.Cut(name, ".")
	if path.Base(at.File) != stem+".yaml" {
		return false
	}
	places := r.positionsOf(at.File)
	found := places.At(at)
	if within(found, inFile) {
		return true
	}
	entry := inFile[:max(strings.LastIndexByte(inFile, '.'), 0)]
	if !strings.HasSuffix(entry, "]") {
		return false
	}
	rest, below := strings.CutPrefix(found, entry)
	if rest = strings.TrimPrefix(rest, "."); !below || strings.ContainsAny(rest, ".[") {
		return false
	}
	_, isText := r.Narrative.textKeys()[yamlpos.Join(stem, found)]
	return !isText // another text of the entry may be somebody else's
}
