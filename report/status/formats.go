package status

import (
	"encoding/csv"
	"io"
	"strconv"
	"time"

	"apr/internal/formula"
	"apr/internal/jsonprint"
	"apr/internal/project"
	"apr/internal/source"
)

// Document is the status for programs; apr schema status is its schema. Fields may be
// added, not changed.
type Document struct {
	Authority  string         `json:"authority" jsonschema:"description=The integration authority"`
	Year       string         `json:"year" jsonschema:"description=The reporting year"`
	Today      string         `json:"today" jsonschema:"description=The day that the texts were held against YYYY-MM-DD"`
	DaysLeft   int            `json:"days_left" jsonschema:"description=Days until the last day for publication; negative once it has passed"`
	PeopleFile bool           `json:"people_file" jsonschema:"description=Whether the project has a people.yaml; without one nobody owns a text"`
	SignOff    string         `json:"sign_off" jsonschema:"enum=required,enum=optional,description=Whether a final report wants every text signed off"`
	Person     string         `json:"person,omitempty" jsonschema:"description=Whose texts these are; absent for everybody's"`
	LeftOut    int            `json:"left_out,omitempty" jsonschema:"description=How many texts of others are left out"`
	Total      Count          `json:"total" jsonschema:"description=All texts"`
	Sections   []Count        `json:"sections" jsonschema:"description=By section in order of the report"`
	People     []Count        `json:"people" jsonschema:"description=By person in the order of people.yaml"`
	Texts      []TextDocument `json:"texts" jsonschema:"description=Each text in order of the report"`
}

// TextDocument is a text for programs.
type TextDocument struct {
	Text      string           `json:"text" jsonschema:"description=The text's file and key"`
	Entry     string           `json:"entry,omitempty" jsonschema:"description=What the entry of a list is about that the text is of, such as locality=North; absent outside of lists"`
	Section   string           `json:"section" jsonschema:"description=The section that it is in"`
	Owner     string           `json:"owner" jsonschema:"description=Who writes it; empty for nobody yet"`
	Due       string           `json:"due,omitempty" jsonschema:"description=The day by which it is due YYYY-MM-DD"`
	DaysLate  int              `json:"days_late" jsonschema:"description=How many days a text that is neither agreed nor signed off is past its day; 0 for one that isn't late"`
	Words     int              `json:"words" jsonschema:"description=How many words it has"`
	Limit     int              `json:"limit,omitempty" jsonschema:"description=How many words it may have; absent for no limit"`
	Over      int              `json:"over" jsonschema:"description=How many words it has beyond that"`
	State     project.Status   `json:"state" jsonschema:"enum=empty,enum=draft,enum=agreed,enum=signed off,enum=lapsed,description=How far it is; lapsed where it has changed since it was signed off"`
	SignedOff *SignOffDocument `json:"signed_off,omitempty" jsonschema:"description=Who signed it off and when; it holds only where the state is signed off"`
	Position  source.Position  `json:"position" jsonschema:"description=Where the text is; or its key in people.yaml where nobody has begun it"`
}

// SignOffDocument is a sign-off for programs.
type SignOffDocument struct {
	By string `json:"by" jsonschema:"description=Who signed it off"`
	On string `json:"on" jsonschema:"description=The day YYYY-MM-DD"`
}

// JSON prints the status for programs.
func (s *Status) JSON(w io.Writer) error {
	d := Document{
		Authority: s.Authority, Year: s.Year, Today: s.Today.Format(time.DateOnly), DaysLeft: s.DaysLeft, PeopleFile: s.Listed, SignOff: string(project.SignOffOptional),
		Person: s.Person, LeftOut: s.LeftOut, Total: s.Total(), Sections: []Count{}, People: []Count{}, Texts: []TextDocument{},
	}
	if s.Required {
		d.SignOff = string(project.SignOffRequired)
	}
	d.Sections = append(d.Sections, s.Sections()...)
	if s.Listed {
		d.People = append(d.People, s.Persons()...)
	}
	for _, t := range s.Texts {
		j := TextDocument{Text: t.Name, Entry: t.Entry, Section: t.Section, Owner: t.Owner, Due: t.Due, DaysLate: t.Late, Words: t.Count, Limit: t.Words, Over: t.Over(), State: t.State, Position: t.Place()}
		if t.SignedOff != nil {
			j.SignedOff = &SignOffDocument{t.SignedOff.By, t.SignedOff.On}
		}
		d.Texts = append(d.Texts, j)
	}
	return jsonprint.Write(w, d)
}

// CSV prints a row for each text.
func (s *Status) CSV(out io.Writer) error {
	rows := [][]string{{"text", "section", "owner", "due", "days_late", "words", "limit", "over", "state", "signed_off_by", "signed_off_on", "file", "line", "entry"}}
	for _, t := range s.Texts {
		by, on := "", ""
		if t.SignedOff != nil {
			by, on = t.SignedOff.By, t.SignedOff.On
		}
		at := t.Place()
		rows = append(rows, []string{formula.Defuse(t.Name), t.Section, formula.Defuse(t.Owner), t.Due, strconv.Itoa(t.Late), strconv.Itoa(t.Count), limit(t), strconv.Itoa(t.Over()),
			string(t.State), formula.Defuse(by), on, formula.Defuse(at.File), strconv.Itoa(at.Line), formula.Defuse(t.Entry)})
	}
	return csv.NewWriter(out).WriteAll(rows)
}

// limit is how many words a text may have, "" for no limit.
func limit(t Text) string {
	if t.Words == 0 {
		return ""
	}
	return strconv.Itoa(t.Words)
}
