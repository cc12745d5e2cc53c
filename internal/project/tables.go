package project

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"apr/internal/folder"
	"apr/internal/project/owntable"
	"apr/internal/project/prose"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/yamlpos"
)

// OwnTable is a table of the author's own: cells of a CSV file or of a sheet. It is
// printed where a text says {{ table "id" }}, or a chapter of structure holds it.
type OwnTable struct {
	ID        string          `yaml:"id" jsonschema:"required,description=What texts call it: a letter followed by letters; digits; hyphens and underscores"`
	Title     string          `yaml:"title" jsonschema:"required,description=The caption: what the table shows"`
	File      string          `yaml:"file" jsonschema:"required,description=The CSV or XLSX file from the project folder"`
	Sheet     string          `yaml:"sheet,omitempty" jsonschema:"description=The sheet of a workbook; the first when absent"`
	Range     string          `yaml:"range,omitempty" jsonschema:"description=The cells of the sheet such as A3:G14; all when absent"`
	Heads     int             `yaml:"heads,omitempty" jsonschema:"enum=1,enum=2,description=How many rows of heads there are; 1 when absent. In the upper of two a head is above the columns to its right that have the same head or none"`
	RowHeads  int             `yaml:"row_heads,omitempty" jsonschema:"minimum=1,maximum=5,description=How many columns from the left are heads of rows; 1 when absent"`
	Totals    []string        `yaml:"totals,omitempty" jsonschema:"description=The first cells of the rows that are totals"`
	Subtotals []string        `yaml:"subtotals,omitempty" jsonschema:"description=The first cells of the rows that are subtotals"`
	Units     string          `yaml:"units,omitempty" jsonschema:"description=What the numbers are in such as £000; printed behind the title"`
	Source    string          `yaml:"source,omitempty" jsonschema:"description=Where the numbers come from that are typed into the table; printed below it"`
	Note      yamlpos.Text    `yaml:"note,omitempty" jsonschema:"description=A remark below the table; one paragraph of Markdown"`
	Position  source.Position `yaml:"-"`
}

// maxTables bounds the tables of a report.
const maxTables = 100

// tables checks what apr.yaml says of tables by itself. An id that is given twice is
// found with those of texts.
func (c *configChecker) tables() {
	if n := len(c.config.Tables); n > maxTables {
		c.add(owntable.CodeTooLarge, "tables", "leave out what readers don't need", "apr.yaml has %d tables; it may have %d", n, maxTables)
	}
	for i, t := range c.config.Tables {
		path := yamlpos.Item("tables", i)
		if problem, hint := prose.CheckAnchor(t.ID); t.ID != "" && problem != "" {
			c.add("anchor", path+".id", hint, "the id %q %s", celltext.Short(t.ID), problem)
		}
		c.path(path+".file", t.File)
		if t.Heads < 0 || t.Heads > 2 {
			c.add("unknown-value", path+".heads", "write 1 or 2", "heads: a table has one row of heads or two, not %d", t.Heads)
		}
		if t.RowHeads < 0 || t.RowHeads > 5 {
			c.add("unknown-value", path+".row_heads", "write how many columns from the left say what a row is about: 1 to 5", "row_heads: %d columns can't be heads of rows", t.RowHeads)
		}
	}
}

// tables reads the files of the tables.
func (l *loader) tables(ctx context.Context, s *stage) error {
	if l.broken["tables"] || len(l.project.Config.Tables) > maxTables {
		return nil
	}
	l.project.tables = map[string]*owntable.Table{}
	for i, t := range l.project.Config.Tables {
		if err := ctx.Err(); err != nil {
			return err
		}
		path := yamlpos.Item("tables", i)
		file, err := folder.LocalPath(t.File)
		if err != nil || t.File == "" {
			continue // told with apr.yaml
		}
		read, problems := owntable.Read(l.folder, owntable.Spec{
			File: file, Sheet: t.Sheet, Range: t.Range, Heads: cmp.Or(t.Heads, 1), RowHeads: t.rowHeads(),
			Totals: t.Totals, Subtotals: t.Subtotals,
			At: func(key string) source.Position { return l.project.Config.PositionOf(path + "." + key) },
		})
		for _, p := range problems {
			s.fatal.Add(p)
		}
		if len(problems) == 0 {
			l.project.tables[t.ID] = read
		}
	}
	return nil
}

func (t *OwnTable) rowHeads() int { return cmp.Or(t.RowHeads, 1) }

// OwnTable is the table of an id, nil where there is none.
func (r *Project) OwnTable(id string) *OwnTable {
	i := slices.IndexFunc(r.Config.Tables, func(t OwnTable) bool { return t.ID == id })
	if i < 0 || r.tables[id] == nil {
		return nil
	}
	return &r.Config.Tables[i]
}

// ReadTable is a table with its cells as they were written, or nil where it couldn't be
// read.
func (r *Project) ReadTable(t *OwnTable) *owntable.Table { return r.tables[t.ID] }

// EachTableText calls f with every cell and note of the tables, in order, and the table
// that it is of.
func (r *Project) EachTableText(f func(t *OwnTable, text yamlpos.Text)) {
	for i := range r.Config.Tables {
		t := &r.Config.Tables[i]
		if read := r.tables[t.ID]; read != nil {
			read.EachText(func(text yamlpos.Text) { f(t, text) })
		}
		if !t.Note.IsZero() {
			f(t, t.Note)
		}
	}
}

// TableRows is how many rows below their heads the tables have.
func (r *Project) TableRows() (n int) {
	for _, t := range r.tables {
		n += len(t.Rows)
	}
	return n
}

// TypedWords are the cells of a table that has numbers which were typed, line by line;
// "" for one that has none, whose figures are each year's.
func (r *Project) TypedWords(t *OwnTable) string {
	if r.TypedCell(t).Markdown == "" {
		return ""
	}
	var b strings.Builder
	r.tables[t.ID].EachText(func(text yamlpos.Text) { b.WriteString(text.Markdown + "\n") })
	return b.String()
}

// TypedCell is the first cell of a table with a number that was typed, in the columns
// that aren't heads of rows; its position is zero where there is none.
func (r *Project) TypedCell(t *OwnTable) yamlpos.Text {
	read := r.tables[t.ID]
	if read == nil {
		return yamlpos.Text{}
	}
	for _, row := range read.Rows {
		for _, c := range row.Cells[min(t.rowHeads(), len(row.Cells)):] {
			if strings.ContainsAny(withoutReferences(c), "0123456789") {
				return c
			}
		}
	}
	return yamlpos.Text{}
}
