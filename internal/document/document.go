// Package document is the report as a tree of blocks and inlines, between the
// facts it is made from and the formats it is written in. It knows nothing of
// regulations, ledgers or PDF.
//
// Renderers implement BlockVisitor and InlineVisitor, so that a new kind of
// block or inline does not compile until every renderer has it.
package document

import (
	"apr/internal/shaping"
	"apr/internal/source"
)

// Document is a whole report.
type Document struct {
	Meta     Meta
	Sections []*Section
	// Notes are the footnotes, numbered from 1 in order of their first mark.
	// Renderers print each once, in a section of its own at the end.
	Notes []*Note
	// Templates are texts that are used in place of a format's own templates, by name.
	Templates map[string]string
	// Fonts are for scripts that the formats' own fonts don't have.
	Fonts shaping.Fonts
	// Datasets are the figures for machines; only HTML has them.
	Datasets []Dataset
}

// Dataset is a table's figures in a form that programs can read.
type Dataset struct {
	Name, Description string
	// Source is the publication and its organisation; Area and Period are what
	// the whole covers, the period as two days, such as 2020-04-01/2026-03-31.
	Source, Area, Period string
	Facts                []Fact
}

// Fact is one figure of a dataset. Value is a number in full, of Unit.
type Fact struct {
	ID, Title, Value, Unit, Area, Period string
	Position                             source.Position
}

// Meta is what the cover and the file's properties say.
type Meta struct {
	Title     string // Annual performance report 2025/26
	Subtitle  string // 1 April 2025 to 31 March 2026
	Authority string
	// AuthorityLang is the BCP 47 tag of the authority's name where it isn't the
	// document's.
	AuthorityLang string
	Year          string // 2025/26
	// State is "Draft", "Provisional" or "" for a final report. It is in English, as is
	// Watermark: formats print them with Own.
	State string
	// Standing is what each page says of that state: "Provisional: unaudited
	// figures"; "" for a final report.
	Standing string
	// Watermark is printed across each page and atop the HTML when not empty.
	Watermark string
	// Label is the protective marking, such as OFFICIAL, at the head and the foot of
	// each page; "" for none.
	Label string
	// CoverNotes are short paragraphs on the cover: other formats and
	// languages, contact, that an authority is invented.
	CoverNotes []Inlines
	// Brief is true for a document of a few pages: on paper it has its title at the
	// head of the first page, and no list of contents.
	Brief bool
	// Large asks for large type with generous leading, on paper of LargeType points.
	Large bool
	// Files are what else the document is written to; only HTML says so.
	Files []File
	// Brand is how the report looks; the zero value is as apr has it.
	Brand Brand
	// Language is a BCP 47 tag, such as en-GB.
	Language string
	// OwnLanguage is the tag of apr's own words that aren't in that language; "" where
	// they are. TitleLang and SubtitleLang are the titles' where they aren't the document's.
	OwnLanguage, TitleLang, SubtitleLang string
	// OwnWords are apr's own words in the document's language that the authority gives, by
	// the English; they go before those of sources.
	OwnWords map[string]string
	// Date is the day of the report, YYYY-MM-DD: from the command line or the
	// environment, never the clock.
	Date string
	// Generator names the program and its version.
	Generator string
}

// File is a file next to the one that the document is written to: its name, and what
// readers call its format in English: "PDF", "tables for Excel", "tables as CSV".
type File struct{ Name, Title string }

// DeepestLevel is that of the deepest headings: with the report's title they are six
// levels, all that HTML and PDF have.
const DeepestLevel = 5

// Section is a heading and what is under it.
type Section struct {
	// ID is unique in the document and safe in a URL fragment.
	ID string
	// Level is 1 for a chapter to DeepestLevel. The report's title is above level 1.
	Level int
	Title string
	// Lang is the title's BCP 47 tag where it isn't the document's.
	Lang   string
	Blocks []Block
	// Sections are one level deeper and follow Blocks.
	Sections []*Section
	// OnePage asks renderers with pages to give the section a page of its own.
	OnePage bool
	// Answers are the ids of the requirements that the section answers, and
	// Lines the places in the narrative whose texts it holds. They aren't
	// printed: they show those who write the report which section is meant.
	Answers []string
	Lines   []Lines
}

// Lines are some lines of a text file, from First to Last.
type Lines struct {
	File        string
	First, Last int
}

// Hold reports whether a position is on one of the lines.
func (l Lines) Hold(p source.Position) bool {
	return p.Line > 0 && l.File == p.File && l.First <= p.Line && p.Line <= l.Last
}

// Note is a footnote.
type Note struct {
	// Number counts from 1.
	Number int
	// ID is unique among the notes and safe in a URL fragment.
	ID      string
	Content Inlines
}

// Block is a paragraph, a table or another thing that is by itself.
type Block interface{ Accept(BlockVisitor) error }

// BlockVisitor has a method for every kind of block.
type BlockVisitor interface {
	Paragraph(*Paragraph) error
	List(*List) error
	Definitions(*Definitions) error
	Table(*Table) error
	Figure(*Figure) error
	Picture(*Picture) error
	PictureRow(*PictureRow) error
	Callout(*Callout) error
	Box(*Box) error
	Quotation(*Quotation) error
	StatutoryReference(*StatutoryReference) error
	KeyFigures(*KeyFigures) error
	Idea(*Idea) error
}

// Paragraph is running text.
type Paragraph struct{ Content Inlines }

// List is bulleted, or numbered from Start when Ordered.
type List struct {
	Ordered bool
	Start   int
	Items   [][]Block
}

// Definitions are terms with their meanings, such as the glossary.
type Definitions struct{ Entries []Definition }

// Definition is one term and its meaning.
type Definition struct {
	Term    Inlines
	Meaning []Block
}

// Align is where a column's cells are.
type Align int

// Decimal lines numbers up on the point; renderers that can't do so align
// them right, which is the same when a column has one number of decimals.
const (
	Left Align = iota
	Right
	Decimal
	Centre
)

// Table is data in rows and columns. There is one row of column heads, or a second one
// above it, and no other merged cell: that is what assistive technology reads best.
type Table struct {
	// ID is unique in the document; Number is the table's number, from 1, or 0
	// for a table that isn't counted (a figure's data).
	ID      string
	Number  int
	Caption string
	// Lang is the caption's BCP 47 tag where it isn't the document's.
	Lang string
	// Part says behind the caption which part of a table it is; nil for a whole one.
	Part Inlines
	// Groups are the heads above those of the columns, from the left, which together
	// are over every column; nil where there is one row of heads.
	Groups  []Group
	Columns []Column
	Rows    []Row
	// RowHeads is how many columns, from the left, hold row headers.
	RowHeads int
	// Notes are printed under the table.
	Notes []Inlines
	// Wide tables are set on landscape pages.
	Wide bool
}

// Column is a column's head, alignment and share of the table's width.
type Column struct {
	Head  Inlines
	Align Align
	// Weight is the width wanted relative to the other columns; 0 leaves it to
	// the renderer.
	Weight float64
}

// Row is one row; it has as many cells as the table has columns. Total rows
// are set off, those of subtotals less.
type Row struct {
	Cells           []Cell
	Total, Subtotal bool
}

// Bold reports whether the row's cells are in bold.
func (r *Row) Bold() bool { return r.Total || r.Subtotal }

// Cell is what is in a row under a column. Status, when not empty, is
// shown as a shape before the content.
type Cell struct {
	Content Inlines
	Status  Status
}

// Status is a judgement that is shown by shape and word, never by colour alone.
type Status string

// The statuses. The word itself is in the content next to the shape.
const (
	StatusNone    Status = ""
	StatusBetter  Status = "better"
	StatusWorse   Status = "worse"
	StatusSame    Status = "same"
	StatusMet     Status = "met"
	StatusMissing Status = "missing"
	// How a value does against its target.
	StatusGreen Status = "green"
	StatusAmber Status = "amber"
	StatusRed   Status = "red"
)

// Figure is a chart with its words and its data.
type Figure struct {
	ID     string
	Number int
	// Caption is the title, printed in the page: it states the trend.
	Caption string
	// Lang is the caption's BCP 47 tag where it isn't the document's.
	Lang string
	// Subtitle says measure, geography and period.
	Subtitle string
	// Source is the publication and its organisation.
	Source string
	// Alt describes the chart to someone who can't see it; it isn't the caption.
	Alt string
	// These are the BCP 47 tags of what stands around the chart, as Lang is the caption's.
	SubtitleLang, SourceLang, AltLang string
	Chart                             *Chart
	// Data is the chart's data as a table; nil where tables of the report have them.
	Data *Table
	// DataIn names those tables, with links to them. It is empty where there is Data.
	DataIn Inlines
	// Small figures stand two in a row where the page has room for two.
	Small bool
}

// Picture is an image from the narrative.
type Picture struct {
	ID      string
	Alt     string
	Caption string
	// Lang is the BCP 47 tag of both where it isn't the document's.
	Lang string
	// MediaType is image/png or image/jpeg.
	MediaType string
	Data      []byte
	// Width is in percent of the text's; 0 leaves the picture as large as it is, and no
	// wider than the text.
	Width int
	// Side is where it stands beside the text that follows.
	Side Side
	// Link is where the picture leads, or "". Its name is Alt.
	Link string
	// File is its path within the project.
	File     string
	Position source.Position
}

// Callout is a boxed remark.
type Callout struct {
	Title string
	// Lang is the title's BCP 47 tag where it isn't the document's.
	Lang   string
	Blocks []Block
	// Warning callouts are easy to see: a draft's list of what is missing.
	Warning bool
}

// Quotation is somebody's words.
type Quotation struct {
	Blocks      []Block
	Attribution Inlines
}

// StatutoryReference says which provisions a section answers, under its heading.
type StatutoryReference struct {
	// Provisions are written out, such as "regulation 4(1)(b)". Lang is their BCP 47 tag
	// where it isn't the document's.
	Provisions []string
	Lang       string
	// Instrument is the law they are of, in the law's language.
	Instrument string
}

// KeyFigures are a few large numbers with what they are: the year at a glance.
type KeyFigures struct{ Items []KeyFigure }

// KeyFigure is one large number.
type KeyFigure struct {
	Value  Inlines
	Label  Inlines
	Status Status
	// StatusWord is the status in words, such as "better than last year".
	StatusWord Inlines
	// Source is where a number is from that no input has.
	Source Inlines
}

func (b *Paragraph) Accept(v BlockVisitor) error          { return v.Paragraph(b) }
func (b *List) Accept(v BlockVisitor) error               { return v.List(b) }
func (b *Definitions) Accept(v BlockVisitor) error        { return v.Definitions(b) }
func (b *Table) Accept(v BlockVisitor) error              { return v.Table(b) }
func (b *Figure) Accept(v BlockVisitor) error             { return v.Figure(b) }
func (b *Picture) Accept(v BlockVisitor) error            { return v.Picture(b) }
func (b *Callout) Accept(v BlockVisitor) error            { return v.Callout(b) }
func (b *Quotation) Accept(v BlockVisitor) error          { return v.Quotation(b) }
func (b *StatutoryReference) Accept(v BlockVisitor) error { return v.StatutoryReference(b) }
func (b *KeyFigures) Accept(v BlockVisitor) error         { return v.KeyFigures(b) }
