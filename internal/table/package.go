package table

import (
	"archive/zip"
	"fmt"
	"strings"
)

// Limits on a workbook's package. The rows of a real ledger deflate to a tenth
// or a twentieth; a zip bomb deflates to a thousandth.
const (
	maxUnzipped   = 1 << 30
	maxPackage    = 256 << 20 // where it has to be in memory whole
	maxInflation  = 100
	freeInflation = 32 << 20 // below this a part may inflate as it likes
)

const asCSV = "save the sheet as CSV, which apr reads whatever its size"

// checkPackage looks at what a workbook's package says that it unpacks to, before
// anything is unpacked.
func checkPackage(z *zip.Reader, spec Spec) error {
	var unpacked uint64
	for _, f := range z.File {
		unpacked += f.UncompressedSize64
		if f.UncompressedSize64 > maxUnzipped || unpacked > maxUnzipped {
			return spec.problem(CodeUnreadableFile, fmt.Sprintf("the workbook unpacks to more than %d MB", maxUnzipped>>20), asCSV)
		}
		if f.UncompressedSize64 > freeInflation && f.UncompressedSize64/maxInflation > f.CompressedSize64 {
			return spec.problem(CodeUnreadableFile, fmt.Sprintf("the workbook's part %s unpacks to more than %d times its size, as no %s does",
				strings.ToValidUTF8(f.Name, "?"), maxInflation, spec.What), asCSV)
		}
	}
	return nil
}
