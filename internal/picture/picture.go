// Package picture says whether a file is a picture that every format of the
// report can hold.
package picture

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // the formats that every rendering can carry
	_ "image/png"
	"path"
	"strings"
)

// maxPixels bounds pictures, which the PDF has uncompressed in memory. A4 at
// 300 dots an inch has 9 million.
const maxPixels = 25_000_000

// Unusable is why a file can't be shown, and what to do.
type Unusable struct{ Message, Hint string }

// Error makes it an error.
func (u *Unusable) Error() string { return u.Message }

// MediaType is image/png or image/jpeg. Its error is an *Unusable that names
// the file.
func MediaType(name string, data []byte) (string, error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || config.Width < 1 || config.Height < 1 {
		return "", notAPicture(name, data)
	}
	if config.Width > maxPixels/config.Height {
		return "", &Unusable{
			fmt.Sprintf("%s has %d × %d pixels; a picture may have %d million", name, config.Width, config.Height, maxPixels/1_000_000),
			"scale it down: 2,000 pixels across are enough to print",
		}
	}
	if _, _, err := image.Decode(bytes.NewReader(data)); err != nil {
		return "", &Unusable{
			fmt.Sprintf("%s is a %s picture that breaks off or is damaged", name, strings.ToUpper(format)),
			"copy or download it again, or open it and save it anew",
		}
	}
	return "image/" + format, nil
}

// others are pictures that a report can't hold, by how their files begin.
var others = []struct{ begins, name string }{
	{"GIF8", "a GIF"}, {"BM", "a BMP"}, {"II*\x00", "a TIFF"}, {"MM\x00*", "a TIFF"}, {"RIFF", "a WebP"}, {"%PDF", "a PDF"},
	{"<svg", "an SVG"}, {"<?xml", "an SVG"}, {"\x89PNG", "a PNG"}, {"\xff\xd8", "a JPEG"},
}

// notAPicture says what a file is that is neither PNG nor JPEG, as far as it can be
// told. Names say little: who renames a GIF to .png has no PNG.
func notAPicture(name string, data []byte) *Unusable {
	kind := ""
	for _, o := range others {
		if bytes.HasPrefix(bytes.TrimLeft(data, " \r\n\ufeff"), []byte(o.begins)) {
			kind = o.name
			break
		}
	}
	if len(data) > 12 && kind == "" && strings.HasPrefix(string(data[4:12]), "ftyphei") {
		kind = "a HEIC"
	}
	ending := strings.ToLower(path.Ext(name))
	named := ending == ".png" || ending == ".jpg" || ending == ".jpeg"
	switch {
	case len(data) == 0:
		return &Unusable{fmt.Sprintf("%s is empty", name), "copy or download it again"}
	case kind == "a PNG" || kind == "a JPEG":
		return &Unusable{fmt.Sprintf("%s is %s picture that breaks off or is damaged", name, kind), "copy or download it again, or open it and save it anew"}
	case kind != "" && named:
		return &Unusable{fmt.Sprintf("%s is named %s and is %s picture", name, ending, kind),
			"open it in a picture program and save it as PNG or JPEG; another name doesn't change what it is"}
	case kind != "":
		return &Unusable{fmt.Sprintf("%s is %s picture; a report takes PNG and JPEG", name, kind), "open it in a picture program and save it as PNG or JPEG"}
	}
	return &Unusable{fmt.Sprintf("%s is not a PNG or JPEG picture", name), "save it as PNG or JPEG"}
}
