package document

// What tables and figures are called, by their number.
const (
	TableLabel  = "Table {number}"
	FigureLabel = "Figure {number}"
)

// What the parts of a table that is divided are called, behind its caption or in the place
// of one.
const (
	PartLabel = "(part {part} of {parts})"
	PartAlone = "Part {part} of {parts}"
)

// Label is "Table 3", or nothing for a table that isn't counted.
func (b *Table) Label() string { label, _ := english().TableLabel(b); return label }

// Label is "Figure 3", or nothing for a figure that isn't counted.
func (b *Figure) Label() string { label, _ := english().FigureLabel(b); return label }

// english is the meta of a document of which nothing is known but that it is in English.
func english() *Meta { return &Meta{} }

// TableLabel is a table's label in the report's language, and its language where that is
// another.
func (m *Meta) TableLabel(b *Table) (words, lang string) { return m.label(TableLabel, b.Number) }

// FigureLabel is a figure's label in the report's language, and its language where that
// is another.
func (m *Meta) FigureLabel(b *Figure) (words, lang string) { return m.label(FigureLabel, b.Number) }

func (m *Meta) label(row string, number int) (words, lang string) {
	if number <= 0 {
		return "", ""
	}
	return m.Own(row, number)
}

// TableTitle is a table's caption behind its label.
func (m *Meta) TableTitle(b *Table) Inlines {
	label, lang := m.TableLabel(b)
	title := Labelled(label, lang, b.Caption, b.Lang)
	if len(b.Part) == 0 {
		return title
	}
	return append(append(title, &Text{Text: " "}), b.Part...).Joined()
}

// Labelled is a caption behind its label: "Table 3: Spend by matter".
func Labelled(label, labelLang, caption, lang string) Inlines {
	line := Inlines{&Text{Text: caption, Lang: lang}}
	if label != "" {
		line = append(Inlines{&Text{Text: label + ": ", Lang: labelLang}}, line...)
	}
	return line.Joined()
}

// SourceLine says where a figure comes from, and which tables have its data: "Source:
// Ledgers. Data: table 3". It is empty where nothing is to be said.
func (m *Meta) SourceLine(b *Figure) Inlines {
	var line Inlines
	if b.Source != "" {
		line = m.OwnLine("Source: {source}", &Text{Text: b.Source, Lang: b.SourceLang})
	}
	if b.Data != nil || len(b.DataIn) == 0 {
		return line
	}
	if len(line) > 0 {
		line = append(line, &Text{Text: ". "})
	}
	return append(line, m.OwnLine("Data: {tables}", b.DataIn)...).Joined()
}

// SmallRow are the small figures that blocks begin with, no more than most.
func SmallRow(blocks []Block, most int) (row []*Figure) {
	for _, b := range blocks {
		f, ok := b.(*Figure)
		if !ok || !f.Small || len(row) == most {
			break
		}
		row = append(row, f)
	}
	return row
}

// Citation is the sentence that every format prints: "This section answers
// regulation 4(1)(b) and regulation 4(2)(f) of SSI 2014/326."
func (m *Meta) Citation(b *StatutoryReference) Inlines {
	var provisions Inlines
	for i, p := range b.Provisions {
		switch item := (&Text{Text: p, Lang: b.Lang}); {
		case i == 0:
			provisions = Inlines{item}
		case i == len(b.Provisions)-1:
			provisions = m.OwnLine("{list} and {item}", provisions, item)
		default:
			provisions = m.OwnLine("{list}, {item}", provisions, item)
		}
	}
	if b.Instrument == "" {
		return m.OwnLine("This section answers {provisions}.", provisions)
	}
	return m.OwnLine("This section answers {provisions} of {instrument}.", provisions, &Text{Text: b.Instrument, Lang: m.OwnLanguage})
}

// String is that sentence in English.
func (b *StatutoryReference) String() string { return english().Citation(b).String() }

// Extension is what the picture's file name ends in: ".png" or ".jpg".
func (b *Picture) Extension() string {
	if b.MediaType == "image/jpeg" {
		return ".jpg"
	}
	return ".png"
}

// signs are the statuses' shapes as characters.
var signs = map[Status]string{
	StatusBetter: "⊕", StatusWorse: "△", StatusSame: "≡",
	StatusMet: "✓", StatusMissing: "✗",
	StatusGreen: "⬢", StatusAmber: "▽", StatusRed: "⊗",
}

// Sign is the status' shape as a character, for formats that have no drawings in
// lines of text; "" for StatusNone.
func (s Status) Sign() string { return signs[s] }
