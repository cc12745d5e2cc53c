package word

import (
	"fmt"

	"apr/internal/document"
)

// Each datum is in a bookmark, which Word keeps while people write around it, and
// which it doesn't show: its name begins with an underscore. The name is DataBookmark,
// the number of the datum in the part of custom XML that lists them, an underscore,
// and a count, for names are unique. Word keeps that part, too.
const (
	DataBookmark  = "_apr_"
	DataNamespace = "urn:apr:data"
)

// data are the data of a file, in order of their first place.
type data struct {
	markup
	numbers map[document.Datum]int
	places  map[int]int // of each number, so far
}

// bookmark is the name for the next place of a datum.
func (d *data) bookmark(i *document.Datum) string {
	key := *i
	key.Display = "" // the same datum is written in several ways
	n := d.numbers[key]
	if n == 0 {
		if d.numbers == nil {
			d.numbers, d.places = map[document.Datum]int{}, map[int]int{}
		}
		n = len(d.numbers) + 1
		d.numbers[key] = n
		d.raw(`<datum number="`)
		d.number(n)
		d.raw(`" id="`)
		d.text(i.ID)
		d.raw(`" value="`)
		d.text(i.Value)
		if !i.Position.IsZero() {
			d.raw(`" source="`)
			d.text(i.Position.String())
		}
		d.raw("\"/>\n")
	}
	d.places[n]++
	return fmt.Sprint(DataBookmark, n, "_", d.places[n])
}

// parts are the list of data with what Word wants next to it, nothing where there
// are none.
func (d *data) parts() []part {
	if len(d.numbers) == 0 {
		return nil
	}
	const properties = declaration + `<ds:datastoreItem ds:itemID="{6A1D5C0E-2F7B-4C39-9E52-8D0B6B7F4A11}" ` +
		`xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="` +
		DataNamespace + `"/></ds:schemaRefs></ds:datastoreItem>` + "\n"
	var leads relations
	leads.add("customXmlProps", "itemProps1.xml")
	list := declaration + `<data xmlns="` + DataNamespace + "\">\n" + string(d.buf) + "</data>\n"
	return []part{
		{name: "customXml/item1.xml", data: []byte(list)},
		leads.part("customXml/_rels/item1.xml.rels"),
		{"customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml", []byte(properties)},
	}
}
