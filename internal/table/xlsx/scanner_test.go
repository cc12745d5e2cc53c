package xlsx

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
)

// show reads a sheet's XML, in memory and through windows of every size, and
// shows it as "row: column=text …". All ways must come to the same.
func show(t testing.TB, xml string, strs []string, want Selection) (string, error) {
	t.Helper()
	table := ""
	for _, s := range strs {
		table += "<si>" + s + "</si>"
	}
	shared, err := NewStrings([]byte("<sst>" + table + "</sst>"))
	if err != nil {
		return "", err
	}
	whole, err := New(InMemory([]byte(xml)), shared, want)
	shown, err := showRows(whole, err)
	if errors.Is(err, ErrDeclined) { // which only the beginning of a text tells
		if _, err := Stream(strings.NewReader(xml), shared, want); !errors.Is(err, ErrDeclined) {
			t.Errorf("%q: %v", xml, err)
		}
		return shown, err
	}
	for _, size := range []int{1, 7, 64, 1 << 10} {
		w := window{from: iotest.HalfReader(strings.NewReader(xml)), size: size, most: maxWindow}
		part, partErr := newScanner(w, shared, want)
		got, partErr := showRows(part, partErr)
		if got != shown || fmt.Sprint(partErr) != fmt.Sprint(err) {
			t.Fatalf("%q: through a window of %d bytes\n%s%v\nin memory\n%s%v", xml, size, got, partErr, shown, err)
		}
	}
	for _, size := range []int{1, 7, 64, 1 << 10} {
		part, partErr := New(arriving(xml, size), shared, want)
		got, partErr := showRows(part, partErr)
		// Of XML that is broken the last row may have been read before its end came; nothing is made of it.
		if got != shown && err == nil || fmt.Sprint(partErr) != fmt.Sprint(err) {
			t.Fatalf("%q: while it comes by %d bytes\n%s%v\nin memory\n%s%v", xml, size, got, partErr, shown, err)
		}
	}
	return shown, err
}

// arriving is a part that comes to be in memory by so many bytes.
func arriving(xml string, size int) *Part {
	p, text := newPart(), []byte(xml)
	go func() {
		for n := 0; n < len(text); n += size {
			p.publish(text[:n], false, nil)
			runtime.Gosched()
		}
		p.publish(text, true, nil)
	}()
	return p
}

func showRows(s *Scanner, err error) (string, error) {
	var b strings.Builder
	var r Row
	for err == nil {
		if err = s.Next(&r); err != nil {
			break
		}
		fmt.Fprintf(&b, "%d:", r.Number)
		for column, text := range r.Text[:r.Width] {
			if text != "" {
				fmt.Fprintf(&b, " %s=%s", appendColumnName(nil, column), text)
			}
		}
		for _, column := range r.Uncalculated {
			fmt.Fprintf(&b, " %s?", appendColumnName(nil, column))
		}
		b.WriteString("\n")
	}
	if err == io.EOF {
		err = nil
	}
	return b.String(), err
}

func TestScannerKnowsTheFormsOfXML(t *testing.T) {
	for name, c := range map[string]struct{ xml, want string }{
		"types": {`<sheetData><row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="str"><f>A1&amp;"x"</f><v>a &lt; b</v></c><c r="C3" t="e"><v>#N/A</v></c><c r="D3" t="b"><v>1</v></c><c r="E3"><v>1.5E-2</v></c><c r="F3" t="inlineStr"><is><t>inline</t></is></c></row></sheetData>`,
			"3: A=first B=a < b C=#N/A D=1 E=1.5E-2 F=inline\n"},
		"without names of cells and rows": {`<sheetData><row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>`,
			"1: A=1 C=2\n2: A=3\n"},
		"UTF-16 that isn't":    {`<?xml version="1.0" encoding="utf-16"?><sheetData><row><c t="str"><v>é</v></c></row></sheetData>`, "1: A=é\n"},
		"empty shared string":  {`<sheetData><row r="1"><c r="A1" t="s"><v></v></c><c r="B1" t="s"><v/></c><c r="C1"><v>7</v></c></row></sheetData>`, "1: C=7\n"},
		"formulas":             {`<sheetData><row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>C1</f><v></v></c><c r="C1" t="str"><f>D1</f><v></v></c><c r="D1"><f>1</f><v>1</v></c></row></sheetData>`, "1: D=1 A? B?\n"},
		"prefixes":             {`<x:worksheet><x:sheetData><x:row r="1"><x:c r="B1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`, "1: B=7\n"},
		"single quotes":        {`<sheetData><row r='2'><c r='C2' t='s'><v>1</v></c></row></sheetData>`, "2: C=rich text\n"},
		"blanks":               {"<sheetData >\n<row\tr = \"2\" ><c r=\"A2\"\n><v >7</v ></c ></row >\n</sheetData >", "2: A=7\n"},
		"a > in an attribute":  {`<sheetData><row r="1" x="a>b"><c r="A1"><v>7</v></c></row></sheetData>`, "1: A=7\n"},
		"comments and CDATA":   {`<!-- <row> --><sheetData><row r="1"><!-- <c r="A1"> --><c r="A1" t="str"><v>a<!-- no --><![CDATA[<b>&]]>c</v></c></row></sheetData>`, "1: A=a<b>&c\n"},
		"character references": {`<sheetData><row r="1"><c r="A1" t="str"><v>&#65;&#x42;&nbsp;&amp;&</v></c></row></sheetData>`, "1: A=AB&nbsp;&&\n"},
		"empty":                {`<sheetData/>`, ""},
		"empty rows and cells": {`<sheetData><row r="5"/><row r="6"><c r="A6" s="1"/><c r="B6"><v/></c><c r="C6"><v></v></c></row></sheetData>`, "6:\n"},
		"no sheetData":         {`<chartsheet/>`, ""},
		"rows beyond":          {`<sheetData></sheetData><row r="1"><c r="A1"><v>7</v></c></row>`, ""},
		"phonetic guides":      {`<sheetData><row r="1"><c r="A1" t="s"><v>2</v></c></row></sheetData>`, "1: A=word\n"},
	} {
		got, err := show(t, c.xml, []string{"<t>first</t>", "<r><t>rich</t></r><r><rPr/><t xml:space=\"preserve\"> text</t></r>", "<t>word</t><rPh><t>guide</t></rPh>"}, Selection{})
		if err != nil || got != c.want {
			t.Errorf("%s: got %q, %v; want %q", name, got, err, c.want)
		}
	}
}

// A cell that is true isn't the number 1, for whoever asks for that.
func TestScannerWritesOutBooleans(t *testing.T) {
	const xml = `<sheetData><row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1"><v>1</v></c></row></sheetData>`
	for want, booleans := range map[string]bool{"1: A=TRUE B=FALSE C=1\n": true, "1: A=1 B=0 C=1\n": false} {
		if got, err := show(t, xml, nil, Selection{Booleans: booleans}); err != nil || got != want {
			t.Errorf("got %q, %v; want %q", got, err, want)
		}
	}
}

func TestScannerLeavesOutWhatIsNotWanted(t *testing.T) {
	const xml = `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>` +
		`<row r="2"><c r="A2"><v>drop</v></c><c r="B2" t="str"><!-- </row> --><v><![CDATA[</c></row>]]></v></c></row>` +
		`<row r="3"><c r="A3"><v>4</v></c><c r="B3" t="s"><v>999</v></c><c r="C3"><v>5</v></c></row></sheetData>`
	got, err := show(t, xml, nil, Selection{
		Columns: []bool{true, false, true},
		Drop:    func(_ int, text string) bool { return text == "drop" },
	})
	if want := "1: A=1 C=3\n3: A=4 C=5\n"; err != nil || got != want {
		t.Errorf("got %q, %v; want %q", got, err, want)
	}
}

// However a dropped row and an unwanted cell are written, the next row is read.
func TestScannerGoesOnBehindWhatIsNotWanted(t *testing.T) {
	for _, dropped := range []string{
		`<row r="1"><c r="A1" s="0"><v>drop</v></c><c r="B1"><v>2</v></c></row>`,
		`<row r="1"><c r="A1"><v>drop</v></c><c r="B1" t="str"><v>a w, row></v></c></row>`,
		`<row r="1"><c r="A1"><v>drop</v></c><c r="B1" t="str"><v>2</v></c></row >`,
		`<row r="1"><c r="A1"><v>drop</v></c><!-- </row> --><c r="B1"><v>2</v></c></row>`,
		`<row r="1"><c r="A1"><v>drop</v></c><c r="B1" t="str"><v><![CDATA[</row>]]></v></c></row>`,
		`<row r="1"><c r="A1"><v>drop</v></c><?x </row>?></row>`,
		`<x:row r="1"><x:c r="A1"><x:v>drop</x:v></x:c><x:c r="B1"><x:v>2</x:v></x:c></x:row>`,
		`<row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>drop</v></c></row>`,
		`<row r="1"><c r="B1"><v >2</v ></c ><c r="A1"><v>drop</v></c></row>`,
		`<row r="1"><c r="B1"><f>1+1</f><v>2</v></c><c r="A1"><v>drop</v></c></row>`,
		`<row r="1"><c r="B1" t="inlineStr"><is><t>2</t></is></c><c r="A1"><v>drop</v></c></row>`,
		`<row r="1" x="y>z"><c x='"' r="B1"><!-- <v>drop</v></c> --><v>2</v></c><c r="A1"><v>drop</v></c></row>`,
	} {
		xml := `<sheetData>` + dropped + `<row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>5</v></c></row></sheetData>`
		got, err := show(t, xml, nil, Selection{
			Columns: []bool{true}, Drop: func(_ int, text string) bool { return text == "drop" },
		})
		if want := "2: A=4\n"; err != nil || got != want {
			t.Errorf("%s: got %q, %v; want %q", dropped, got, err, want)
		}
	}
}

func TestScannerRefusesDamage(t *testing.T) {
	for xml, want := range map[string]string{
		`<sheetData><row r="1"><c r="A1"><v>7`:                              "ends before its rows do",
		`<sheetData><row r="1"><c r="A1"><v>7</v></c></row>`:                "ends before its rows do",
		`<sheetData><row r="1`:                                              "ends inside a tag",
		`<sheetData><row r="1"><c r="A1><v>7</v></c></row></sheetData>`:     "ends inside a tag",
		`<sheetData><row r="one"></row></sheetData>`:                        "not a row number",
		`<sheetData><row r="1"><c r="11"><v>7</v></c></row></sheetData>`:    `"11" is not a cell`,
		`<sheetData><row r="1"><c r="A"><v>7</v></c></row></sheetData>`:     `"A" is not a cell`,
		`<sheetData><row r="1"><c r="ZZZZ1"><v>7</v></c></row></sheetData>`: `"ZZZZ1" is not a cell`,
		`<sheetData><row r="1"><c r="XFE1"><v>7</v></c></row></sheetData>`:  "more columns",
		`<sheetData><row r="1"><c t="s"><v>9</v></c></row></sheetData>`:     "shared string",
		`<sheetData><row r="1048577"><c><v>9</v></c></row></sheetData>`:     "further down",
		"\xff\xfe<\x00": "not in UTF-8",
		`<?xml version="1.0" encoding="windows-1252"?><sheetData/>`: "not in UTF-8",
	} {
		if _, err := show(t, xml, []string{"<t>first</t>"}, Selection{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v; want %q", xml, err, want)
		}
	}
}

func TestColumnNames(t *testing.T) {
	for column, want := range map[int]string{0: "A", 8: "I", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA", 16383: "XFD"} {
		if got := string(appendColumnName(nil, column)); got != want {
			t.Errorf("column %d is %s; want %s", column, got, want)
		}
		if got, err := ColumnOf(want + "12"); err != nil || got != column {
			t.Errorf("%s12 is in column %d, %v; want %d", want, got, err, column)
		}
	}
}

// The table of strings is the same however it is read.
func TestStrings(t *testing.T) {
	var want []string
	var xml strings.Builder
	xml.WriteString("<sst>")
	for n := range 5000 {
		text := strings.Repeat(fmt.Sprint(n, " "), n%300)
		want = append(want, text)
		fmt.Fprintf(&xml, "<si><t xml:space=\"preserve\">%s</t></si>", text)
	}
	for xmlText, text := range map[string]string{"<si/>": "", "<si></si>": "", "<si><t>a &lt; b</t></si>": "a < b",
		"<si><t>" + strings.Repeat("x", MaxCell+100) + "</t></si>": strings.Repeat("x", MaxCell+1)} {
		want = append(want, text)
		xml.WriteString(xmlText)
	}
	xml.WriteString("</sst>")
	inMemory, err := NewStrings([]byte(xml.String()))
	if err != nil {
		t.Fatal(err)
	}
	streamed, err := StreamStrings(iotest.HalfReader(strings.NewReader(xml.String())))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []*Strings{inMemory, streamed} {
		if s.length() != len(want) {
			t.Fatalf("%d strings; want %d", s.length(), len(want))
		}
		for n, text := range want {
			if s.At(n) != text {
				t.Fatalf("string %d is %.80q; want %.80q", n, s.At(n), text)
			}
		}
	}
	for xml, want := range map[string]string{"<sst><si><t>a": "ends inside", "<sst><si><t>a</t>": "ends inside", "\xfe\xff\x00<": "not in UTF-8"} {
		for _, read := range []func() (*Strings, error){
			func() (*Strings, error) { return NewStrings([]byte(xml)) },
			func() (*Strings, error) { return StreamStrings(strings.NewReader(xml)) },
		} {
			if _, err := read(); err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%q: %v; want %q", xml, err, want)
			}
		}
	}
}

// endless is a text that begins, goes on with a pattern for ever, and counts how
// much of it was read.
type endless struct {
	begin, pattern string
	read           int
}

func (e *endless) Read(p []byte) (int, error) {
	for n := 0; n < len(p); {
		from, at := e.begin, e.read+n
		if at >= len(e.begin) {
			from, at = e.pattern, (at-len(e.begin))%len(e.pattern)
		}
		n += copy(p[n:], from[at:])
	}
	e.read += len(p)
	return len(p), nil
}

// What has no end is given up after a bounded part of it.
func TestWhatHasNoEndIsGivenUp(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: sheets without end")
	}
	const most = 1 << 20
	for begin, pattern := range map[string]string{
		`<sheetData><row><c t="str"><v>`: "a",
		`<sheetData><row>`:               "<c/>",
		`<sheetData><row `:               "a",
		`<sheetData><!-- `:               "a",
		`<sheetData>`:                    "<row><c><v>1</v></c></row>",
		``:                               "a",
	} {
		text := &endless{begin: begin, pattern: pattern}
		s, err := newScanner(window{from: text, size: 1 << 10, most: most}, nil, Selection{})
		if _, err := showRows(s, err); err == nil || text.read > 32*most {
			t.Errorf("%s%s…: %v after %d bytes", begin, pattern, err, text.read)
		}
	}
	for begin, pattern := range map[string]string{`<sst>`: "<si/>", `<sst><si><t>`: "a", `<sst><si>`: "<t>a</t>", `<sst>` + ` `: "<si><t>a text</t></si>"} {
		text := &endless{begin: begin, pattern: pattern}
		if _, err := readStrings(window{from: text, size: 1 << 10, most: most}, most); err == nil || text.read > 2*most {
			t.Errorf("%s%s…: %v after %d bytes", begin, pattern, err, text.read)
		}
	}
}

// FuzzScan looks for XML that the scanner doesn't survive, or reads in another
// way as a stream.
func FuzzScan(f *testing.F) {
	f.Add(`<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>`)
	f.Add(`<x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>a&#65;<![CDATA[b]]></x:t></x:is></x:c></x:row></x:sheetData>`)
	f.Add(`<sheetData><row r="2" a="`)
	f.Add(`<sheetData><row r="1"><c r="B2"><f>1</f><v/></c></row></sheetData><mergeCells><mergeCell ref="A1:B9"/></mergeCells>`)
	f.Add(`<sst><si><t>a_x000D_&amp;</t><rPh><t>b</t></rPh></si><si/></sst>`)
	f.Fuzz(func(t *testing.T, xml string) {
		inMemory, err := NewStrings([]byte(xml))
		if errors.Is(err, ErrDeclined) {
			return
		}
		w := window{from: strings.NewReader(xml), size: 5, most: maxWindow}
		streamed, streamedErr := readStrings(w, maxStrings)
		if fmt.Sprint(err) != fmt.Sprint(streamedErr) || inMemory.length() != streamed.length() {
			t.Fatalf("%d strings, %v; as a stream %d, %v", inMemory.length(), err, streamed.length(), streamedErr)
		}
		for n := range inMemory.length() {
			if inMemory.At(n) != streamed.At(n) {
				t.Fatalf("string %d is %q; as a stream %q", n, inMemory.At(n), streamed.At(n))
			}
		}
		MergedCells([]byte(xml))
		shown, _ := show(t, xml, []string{"<t>0</t>"}, Selection{})
		if rows := strings.Count(shown, "\n"); rows > len(xml) {
			t.Fatalf("%d rows from %d bytes", rows, len(xml))
		}
		_, _ = show(t, xml, nil, Selection{Columns: []bool{true, false, true}, Drop: func(_ int, text string) bool { return text == "Q1" }})
	})
}
