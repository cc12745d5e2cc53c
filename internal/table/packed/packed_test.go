package packed

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"apr/internal/table/packed/packedtest"
)

const rows = "Cost centre,Amount\nA1,1.00\n"

func unpackGzip(file []byte) (int64, error) {
	r, err := Gzip(bytes.NewReader(file))
	if err != nil {
		return 0, err
	}
	return io.Copy(io.Discard, r)
}

func unpackZip(file []byte) (int64, error) {
	z, err := Zip(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return 0, err
	}
	r, err := Member(z.File[0])
	if err != nil {
		return 0, err
	}
	defer r.Close()
	return io.Copy(io.Discard, r)
}

func changed(file []byte, at int, mask byte) []byte {
	file = bytes.Clone(file)
	file[at] ^= mask
	return file
}

func TestWhatIsWrongIsSaid(t *testing.T) {
	small := packedtest.Repeat(t, rows, "", 0, "")
	bomb := packedtest.Repeat(t, rows, "A1,1.00\n", 64<<20, "")
	gz, member := small.Gzip(), small.Zip(t, "a.csv")
	directory := bytes.Index(member, []byte("PK\x01\x02"))
	for name, c := range map[string]struct {
		unpack func([]byte) (int64, error)
		file   []byte
		want   error
	}{
		"gzip":                   {unpackGzip, gz, nil},
		"two parts":              {unpackGzip, append(bytes.Clone(gz), gz...), nil},
		"cut off in the header":  {unpackGzip, gz[:2], ErrTruncated},
		"cut off in the text":    {unpackGzip, gz[:len(gz)-12], ErrTruncated},
		"wrong check sum":        {unpackGzip, changed(gz, len(gz)-6, 0xff), ErrChecksum},
		"something behind":       {unpackGzip, append(bytes.Clone(gz), "and more than ten bytes"...), ErrTrailing},
		"no gzip":                {unpackGzip, []byte("\x1f\x8bCost centre,Amount"), ErrDamaged},
		"damaged block":          {unpackGzip, changed(gz, 10, 0x06), ErrDamaged},
		"gzip bomb":              {unpackGzip, bomb.Gzip(), ErrRatio},
		"zip":                    {unpackZip, member, nil},
		"zip that is cut off":    {unpackZip, member[:len(member)-30], ErrDamaged},
		"zip, wrong check sum":   {unpackZip, changed(member, directory+16, 0xff), ErrChecksum},
		"zip with a password":    {unpackZip, changed(member, directory+8, 1), ErrPassword},
		"zip, another method":    {unpackZip, changed(member, directory+10, 8^99), ErrMethod},
		"zip bomb":               {unpackZip, bomb.Zip(t, "a.csv"), ErrRatio},
		"a path that leads out":  {unpackZip, small.Zip(t, "../../a.csv"), nil},
		"a member without bytes": {unpackZip, packedtest.Repeat(t, "", "", 0, "").Zip(t, "a.csv"), nil},
	} {
		n, err := c.unpack(c.file)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: got %v after %d bytes; want %v", name, err, n, c.want)
		}
		if most := int64(Free + 64<<10); n > most {
			t.Errorf("%s: %d bytes were unpacked; want %d at most", name, n, most)
		}
	}
}

func TestLongListsOfMembersAreRefused(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: a list of members of 20 MB")
	}
	var b bytes.Buffer
	z, empty := zip.NewWriter(&b), packedtest.Repeat(t, "", "", 0, "")
	for n := range 1000 {
		empty.Add(t, z, fmt.Sprint(n, strings.Repeat("x", 20_000)))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Zip(bytes.NewReader(b.Bytes()), int64(b.Len())); !errors.Is(err, ErrDirectory) {
		t.Errorf("got %v; want %v", err, ErrDirectory)
	}
}

func TestFilesAreRecognisedByHowTheyBegin(t *testing.T) {
	for begin, want := range map[string]string{
		"\x1f\x8b": "gzip", "PK\x03\x04": "zip", "PK\x05\x06": "zip",
		"": "neither", "\x1f": "neither", "PK": "neither", "PK\x01\x02": "neither", rows: "neither",
	} {
		got := "neither"
		if IsGzip([]byte(begin)) {
			got = "gzip"
		} else if IsZip([]byte(begin)) {
			got = "zip"
		}
		if got != want {
			t.Errorf("%q is %s; want %s", begin, got, want)
		}
	}
}
