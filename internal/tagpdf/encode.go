package tagpdf

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
)

var literal = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "\r", `\r`, "\n", `\n`)

// byteString is s as a PDF string of its bytes.
func byteString(s string) string { return "(" + literal.Replace(s) + ")" }

// textString is s as a PDF text string: its bytes when all are ASCII, otherwise
// UTF-16 with a byte order mark (ISO 32000-1, 7.9.2.2).
func textString(s string) string {
	ascii := true
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			ascii = false
			break
		}
	}
	if ascii {
		return byteString(s)
	}
	const digits = "0123456789ABCDEF"
	b := make([]byte, 0, 4*len(s)+6)
	b = append(b, "<FEFF"...)
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, digits[u>>12], digits[u>>8&15], digits[u>>4&15], digits[u&15])
	}
	return string(append(b, '>'))
}

// number is a length in points, to a hundredth.
func number(v float64) string { return string(appendNumber(nil, v)) }

func (b box) String() string {
	return "[" + number(b.x1) + " " + number(b.y1) + " " + number(b.x2) + " " + number(b.y2) + "]"
}

func ref(n int) string { return string(appendRef(nil, n)) }

func appendRef(b []byte, n int) []byte {
	return append(strconv.AppendInt(b, int64(n), 10), " 0 R"...)
}

// uri is an address as PDF wants it, in 7-bit ASCII (ISO 32000-1, 12.6.4.7):
// what isn't is percent-encoded.
func uri(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c > '~' {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

var xmlText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// identification says that the file meets PDF/A-2 at level A and PDF/UA-1. PDF/A
// knows no property of PDF/UA, so that one comes with its description (ISO
// 19005-2, 6.6.2.3; ISO 14289-1, clause 5).
const identification = `<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file meets</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`

// xmp is the metadata stream: title, language, and what the file claims to meet.
func xmp(info Info) []byte {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"" +
		" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"" +
		" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n" +
		"<dc:format>application/pdf</dc:format>\n")
	line := func(open, text, end string) {
		if text != "" {
			b.WriteString(open + xmlText.Replace(text) + end + "\n")
		}
	}
	line(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">`, info.Title, `</rdf:li></rdf:Alt></dc:title>`)
	line(`<dc:creator><rdf:Seq><rdf:li>`, info.Author, `</rdf:li></rdf:Seq></dc:creator>`)
	line(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">`, info.Subject, `</rdf:li></rdf:Alt></dc:description>`)
	line(`<dc:language><rdf:Bag><rdf:li>`, info.Language, `</rdf:li></rdf:Bag></dc:language>`)
	if !info.Date.IsZero() {
		day := info.Date.UTC().Format("2006-01-02T15:04:05Z")
		line("<xmp:CreateDate>", day, "</xmp:CreateDate>")
		line("<xmp:ModifyDate>", day, "</xmp:ModifyDate>")
	}
	line("<xmp:CreatorTool>", info.Generator, "</xmp:CreatorTool>")
	line("<pdf:Producer>", producer(info), "</pdf:Producer>")
	b.WriteString(identification)
	return []byte(b.String())
}
