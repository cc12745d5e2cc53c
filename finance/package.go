package finance

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
)

// Limits on a workbook's package. The rows of a real ledger deflate to a tenth
// or a twentieth; a zip bomb deflates to a thousandth. Excelize goes through XML
// at some 50 MB in a second.
const (
	maxPackage    = 256 << 20
	maxInflation  = 100
	freeInflation = 32 << 20 // below this a part may inflate as it likes
)

// packageOf reads a workbook and looks at what its package unpacks to before
// anything is unpacked.
func packageOf(raw io.Reader, spec tableSpec) ([]byte, error) {
	content, err := io.ReadAll(io.LimitReader(raw, maxPackage+1))
	if err != nil {
		return nil, spec.unreadable(err)
	}
	const asCSV = "save the sheet as CSV, which apr reads whatever its size"
	if len(content) > maxPackage {
		return nil, spec.problem(CodeUnreadableFile, fmt.Sprintf("the workbook has more than %d MB", maxPackage>>20), asCSV)
	}
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, spec.unreadable(fmt.Errorf("it isn't a sound XLSX workbook: %w", err))
	}
	var unpacked uint64
	for _, f := range z.File {
		unpacked += f.UncompressedSize64
		if f.UncompressedSize64 > maxUnzipped || unpacked > maxUnzipped {
			return nil, spec.problem(CodeUnreadableFile, fmt.Sprintf("the workbook unpacks to more than %d MB", maxUnzipped>>20), asCSV)
		}
		if f.UncompressedSize64 > freeInflation && f.UncompressedSize64/maxInflation > f.CompressedSize64 {
			return nil, spec.problem(CodeUnreadableFile, fmt.Sprintf("the workbook's part %s unpacks to more than %d times its size, as no ledger does",
				strings.ToValidUTF8(f.Name, "?"), maxInflation), asCSV)
		}
	}
	return content, nil
}
