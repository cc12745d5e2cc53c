package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"html"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
)

// The parts of the workbook that are edited. They are edited as text, because
// writing the whole workbook again would drop what a spreadsheet program has
// cached in the formula cells of the Profile sheet.
const (
	stringsPart = "xl/sharedStrings.xml"
	coverPart   = "xl/worksheets/sheet1.xml"
	notesPart   = "xl/worksheets/sheet2.xml"
	dataPart    = "xl/worksheets/sheet4.xml"
)

// nextArea is the area before which Carrickmoor's rows are, and whose
// rows are their pattern.
const nextArea = "Clackmannanshire"

const disclosure = "Carrickmoor is an invented authority: its rows were added to this workbook for an example and describe nobody."

// addArea gives the workbook in from Carrickmoor's rows, in place of those that
// it may already have, and returns the workbook and how many rows it added.
func addArea(from string, rows map[string]dataRow) ([]byte, int, error) {
	archive, err := zip.OpenReader(from)
	if err != nil {
		return nil, 0, err
	}
	defer archive.Close()
	parts := map[string]string{}
	for _, name := range []string{stringsPart, coverPart, notesPart, dataPart} {
		f, err := archive.Open(name)
		if err != nil {
			return nil, 0, fmt.Errorf("%s: %w", from, err)
		}
		text, err := io.ReadAll(f)
		f.Close()
		if err != nil {
			return nil, 0, fmt.Errorf("%s: %s: %w", from, name, err)
		}
		parts[name] = string(text)
	}

	table := readStrings(parts[stringsPart])
	data, added, err := editData(parts[dataPart], table, rows)
	if err != nil {
		return nil, 0, fmt.Errorf("%s: %w", from, err)
	}
	parts[dataPart] = data
	note := table.index(disclosure)
	parts[coverPart] = addLine(parts[coverPart], 7, note)
	parts[notesPart] = addLine(parts[notesPart], 3, note)
	parts[stringsPart] = table.write()

	packed, err := repack(&archive.Reader, parts)
	return packed, added, err
}

// stringTable is the workbook's table of shared strings.
type stringTable struct {
	head  string
	items []string // each an <si> element
	byKey map[string]int
}

var (
	itemForm = regexp.MustCompile(`(?s)<si>.*?</si>`)
	textForm = regexp.MustCompile(`(?s)<t(?: [^>]*)?>(.*?)</t>`)
)

func readStrings(xml string) *stringTable {
	t := &stringTable{byKey: map[string]int{}}
	t.head = xml[:strings.Index(xml, "<sst")]
	for i, item := range itemForm.FindAllString(xml, -1) {
		t.items = append(t.items, item)
		text := plainText(item)
		if _, twice := t.byKey[text]; !twice {
			t.byKey[text] = i
		}
	}
	return t
}

// index is the number of a string, which joins the table when it is new.
func (t *stringTable) index(text string) int {
	i, ok := t.byKey[text]
	if !ok {
		i = len(t.items)
		t.byKey[text] = i
		t.items = append(t.items, `<si><t xml:space="preserve">`+html.EscapeString(text)+`</t></si>`)
	}
	return i
}

// write leaves out the count of references, which is optional.
func (t *stringTable) write() string {
	return fmt.Sprintf(`%s<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="%d">%s</sst>`,
		t.head, len(t.items), strings.Join(t.items, ""))
}

var (
	rowNumberForm = regexp.MustCompile(`<row r="\d+"`)
	cellForm      = regexp.MustCompile(`<c r="([A-Z]+)\d+"`)
	dimensionForm = regexp.MustCompile(`<dimension ref="A1:([A-Z]+)\d+"/>`)
)

// editData drops Carrickmoor's rows from the Data sheet and puts new ones, made
// after the pattern of the next area's, in front of that area's.
func editData(xml string, table *stringTable, rows map[string]dataRow) (string, int, error) {
	start := strings.Index(xml, "<sheetData>") + len("<sheetData>")
	end := strings.Index(xml, "</sheetData>")
	if start < len("<sheetData>") || end < start {
		return "", 0, fmt.Errorf("%s: no sheetData", dataPart)
	}
	ours, pattern := table.index(area), table.index(nextArea)
	var out, waiting []string
	added := 0
	for row := range strings.SplitAfterSeq(xml[start:end], "</row>") {
		switch partnership := stringCell(row, "D"); {
		case row == "" || partnership == ours:
			continue
		case partnership == pattern:
			clone, err := cloneRow(row, table, rows)
			if err != nil {
				return "", 0, err
			}
			out, waiting = append(out, clone), append(waiting, row)
			added++
		default:
			out, waiting = append(append(out, waiting...), row), waiting[:0]
		}
	}
	out = append(out, waiting...)
	if added != len(rows) {
		return "", 0, fmt.Errorf("%s has %d rows of %s; %d were invented", dataPart, added, nextArea, len(rows))
	}
	for i, row := range out {
		n := strconv.Itoa(i + 1)
		row = rowNumberForm.ReplaceAllLiteralString(row, `<row r="`+n+`"`)
		out[i] = cellForm.ReplaceAllString(row, `<c r="${1}`+n+`"`)
	}
	head := dimensionForm.ReplaceAllString(xml[:start], fmt.Sprintf(`<dimension ref="A1:${1}%d"/>`, len(out)))
	return head + strings.Join(out, "") + xml[end:], added, nil
}

// cloneRow makes Carrickmoor's row from another area's of the same indicator
// and period: the same cells with other contents.
func cloneRow(row string, table *stringTable, rows map[string]dataRow) (string, error) {
	key := table.text(stringCell(row, "A"))
	r, ok := rows[lookupOf(key, nextArea)]
	if !ok {
		return "", fmt.Errorf("no invented value for %s", lookupOf(key, nextArea))
	}
	row = setCell(row, "A", strconv.Itoa(table.index(r.lookup())))
	row = setCell(row, "D", strconv.Itoa(table.index(area)))
	row = setCell(row, "G", strconv.FormatInt(r.num, 10))
	row = setCell(row, "H", strconv.FormatInt(r.den, 10))
	row = setCell(row, "I", number(r.rate))
	row = setCell(row, "K", number(r.lower))
	return setCell(row, "L", number(r.upp)), nil
}

// text is the string of a number, "" where there is none.
func (t *stringTable) text(i int) string {
	if i < 0 || i >= len(t.items) {
		return ""
	}
	return plainText(t.items[i])
}

// plainText is what an <si> element says, without the formatting of its runs.
func plainText(item string) string {
	var text strings.Builder
	for _, m := range textForm.FindAllStringSubmatch(item, -1) {
		text.WriteString(html.UnescapeString(m[1]))
	}
	return text.String()
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// value finds the contents of a column's cell in a row: the offsets of what
// is between <v> and </v>, and the cell's opening tag.
func value(row, column string) (from, to int, tag string) {
	cell := strings.Index(row, `<c r="`+column)
	for cell >= 0 && !isDigit(row[cell+len(`<c r="`)+len(column)]) {
		next := strings.Index(row[cell+1:], `<c r="`+column)
		if next < 0 {
			return 0, 0, ""
		}
		cell += 1 + next
	}
	if cell < 0 {
		return 0, 0, ""
	}
	closing := cell + strings.IndexByte(row[cell:], '>')
	tag = row[cell : closing+1]
	end := strings.Index(row[cell:], "</v>")
	if strings.HasSuffix(tag, "/>") || end < 0 {
		return 0, 0, ""
	}
	to = cell + end
	return strings.LastIndex(row[:to], "<v>") + len("<v>"), to, tag
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// stringCell is the number of a cell's shared string, -1 where it has none.
func stringCell(row, column string) int {
	from, to, tag := value(row, column)
	if !strings.Contains(tag, ` t="s"`) {
		return -1
	}
	i, err := strconv.Atoi(row[from:to])
	if err != nil {
		return -1
	}
	return i
}

// setCell puts contents into a cell that the row has; others stay empty.
func setCell(row, column, contents string) string {
	from, to, tag := value(row, column)
	if tag == "" {
		return row
	}
	return row[:from] + contents + row[to:]
}

// addLine puts a shared string into column A of a row below a short sheet's
// last, unless the row is there already.
func addLine(xml string, row, text int) string {
	if strings.Contains(xml, fmt.Sprintf(`<row r="%d"`, row)) {
		return xml
	}
	line := fmt.Sprintf(`<row r="%d" customFormat="false" ht="15" hidden="false" customHeight="false" outlineLevel="0" collapsed="false"><c r="A%d" s="0" t="s"><v>%d</v></c></row>`, row, row, text)
	xml = strings.Replace(xml, "</sheetData>", line+"</sheetData>", 1)
	return dimensionForm.ReplaceAllString(xml, fmt.Sprintf(`<dimension ref="A1:${1}%d"/>`, row))
}

// repack writes the archive again with some parts replaced, in the same order
// and with the same times, so that equal contents give equal bytes.
func repack(archive *zip.Reader, parts map[string]string) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, func(o io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(o, flate.BestCompression)
	})
	for _, f := range archive.File {
		to, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: f.Modified.UTC()})
		if err != nil {
			return nil, err
		}
		if text, ok := parts[f.Name]; ok {
			if _, err := io.WriteString(to, text); err != nil {
				return nil, err
			}
			continue
		}
		from, err := f.Open()
		if err != nil {
			return nil, err
		}
		_, err = io.Copy(to, from)
		from.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// writeWorkbook writes the example's workbook, made from a workbook in the
// same layout, which may be the example's own.
func writeWorkbook(from, to string) (int, error) {
	packed, added, err := addArea(from, indicatorRows())
	if err != nil {
		return 0, err
	}
	return added, os.WriteFile(to, packed, 0o644)
}
