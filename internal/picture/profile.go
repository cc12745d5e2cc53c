package picture

import "encoding/binary"

// maxProfile bounds colour profiles. Those of cameras have 500 to 4,000 bytes.
const maxProfile = 16 << 10

// profileTags are the tags of a profile that describes colours of red, green and
// blue or of grey, ISO 15076-1. Profiles of one monitor hold its serial number in
// others.
var profileTags = map[string]bool{
	"desc": true, "cprt": true, "wtpt": true, "bkpt": true, "rXYZ": true, "gXYZ": true, "bXYZ": true,
	"rTRC": true, "gTRC": true, "bTRC": true, "kTRC": true, "chad": true, "chrm": true, "lumi": true,
	"tech": true, "view": true, "vued": true, "meas": true, "cicp": true, "dmnd": true, "dmdd": true,
}

// plainProfile reports whether a colour profile has nothing to hide: a
// photograph of a recent telephone would be pale without it.
func plainProfile(profile []byte) bool {
	const head, entry = 128, 12
	if len(profile) < head+4 || len(profile) > maxProfile || string(profile[36:40]) != "acsp" {
		return false
	}
	if space := string(profile[16:20]); space != "RGB " && space != "GRAY" {
		return false
	}
	n := int(binary.BigEndian.Uint32(profile[head:]))
	if n > (len(profile)-head-4)/entry {
		return false
	}
	for i := range n {
		if at := head + 4 + i*entry; !profileTags[string(profile[at:at+4])] {
			return false
		}
	}
	return true
}

// profileOf is the colour profile of a bare file whose colours stay as they are,
// nil for none.
func profileOf(format string, bare []byte, plain bool) []byte {
	switch {
	case !plain: // its colours are converted
		return nil
	case format == "png":
		return pngProfileOf(bare)
	}
	return jpegProfileOf(bare)
}
