package document

import (
	"fmt"
	"strings"
)

// EncodeAddress writes what a URL may not hold as percent signs and numbers; what is
// encoded already stays. Word calls a file damaged in which one isn't a URI.
func EncodeAddress(address string) string {
	var b strings.Builder
	for i := range len(address) {
		if c := address[i]; c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>[\\]^`{|}", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
