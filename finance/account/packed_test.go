package account

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"apr/finance"
	"apr/finance/internal/genledger"
	"apr/finance/internal/ledgertest"
	"apr/internal/source"
	"apr/internal/table/packed/packedtest"
)

// gzipped packs each part by itself, one after the other.
func gzipped(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, p := range parts {
		w := gzip.NewWriter(&b)
		_, _ = w.Write([]byte(p)) // Close reports the error
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

// zipped packs names and contents, in turns.
func zipped(t testing.TB, pairs ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		w, err := z.Create(pairs[i])
		if err != nil {
			t.Fatal(err)
		}
		_, _ = w.Write([]byte(pairs[i+1])) // Close reports the error
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestPackedLedgersReadAsTheyAre compares all that comes of a ledger with what
// comes of it packed, by both paths and in several encodings.
func TestPackedLedgersReadAsTheyAre(t *testing.T) {
	spec := ledgertest.Small()
	spec.Ledgers = spec.Ledgers[1:]
	for _, text := range []string{ledgertest.Council, "\ufeff" + ledgertest.Council, "Report\r\n" + strings.ReplaceAll(ledgertest.Council, ",", ";") + "N1;4010;\xa31.00\r\n",
		ledgertest.Council + "N1,4010,1.234\n", ledgertest.Council + "N1,\"4010,1\n"} {
		want, wantErr := bothPaths(t, []byte(text), spec, 0)
		for name, data := range map[string][]byte{
			"gzip":          gzipped(t, text),
			"gzip in parts": gzipped(t, text[:20], "", text[20:]),
			"zip":           zipped(t, "council.csv", text),
			"zip of a Mac":  zipped(t, "ledgers/", "", "ledgers/Council.CSV", text, "__MACOSX/ledgers/._Council.CSV", "x", "ledgers/.DS_Store", "x", "read me.pdf", "x"),
		} {
			got, err := bothPaths(t, data, spec, 0)
			if !reflect.DeepEqual(got, want) || (err == nil) != (wantErr == nil) || err != nil && err.Error() != wantErr.Error() {
				t.Errorf("%s of %q: %v, %+v; want %v, %+v", name, text, err, got, wantErr, want)
			}
		}
	}
}

func TestMemberOfZip(t *testing.T) {
	spec := ledgertest.Small()
	for i, m := range []string{"2025-26/nhs.csv", "COUNCIL.csv"} {
		spec.Ledgers[i].File, spec.Ledgers[i].Member = "ledgers.zip", m
	}
	data := zipped(t, "2025-26/nhs.csv", ledgertest.NHS, "2025-26/council.csv", ledgertest.Council)
	a, err := Compute(context.Background(), fstest.MapFS{"ledgers.zip": {Data: data}}, spec)
	if err != nil {
		t.Fatal(err)
	}
	if a.Spend.Money != 203_51 || a.Ledgers[0].Lines != 3 || a.Ledgers[1].Lines != 5 {
		t.Errorf("%v: %+v", a.Spend, a.Ledgers)
	}
}

func TestBadPackedLedgers(t *testing.T) {
	const broken = "Cost centre,Account,Amount\nA1,4000,1.00\n"
	long := "Cost centre,Account,Amount\n" + strings.Repeat("A1,4000,1.00\nB2,4123,7.35\n", 20_000)
	flipped := func(data []byte, at int) []byte {
		data = bytes.Clone(data)
		data[len(data)+at] ^= 0xff
		return data
	}
	password := zipped(t, "council.csv", broken)
	for _, header := range []string{"PK\x03\x04", "PK\x01\x02"} {
		at := bytes.Index(password, []byte(header)) + 6
		if header == "PK\x01\x02" {
			at += 2
		}
		password[at] |= 1
	}
	many := []string{}
	for _, n := range strings.Fields("a b c d e f g h i j k l") {
		many = append(many, n+".csv", broken)
	}
	book := workbook(t, "Ledger", []any{"Cost centre", "Account", "Amount"}, []any{"A1", "0400", 1})
	const named = "\n    apr.yaml:10:5: the ledger is named here\n"
	for _, c := range []struct {
		name   string
		data   []byte
		member string
		want   string // the message's beginning, or all of it where it ends in a newline
	}{
		{"gzip of nothing", gzipped(t, ""), "", "empty-file data/council.csv: the ledger is empty\n    the gzip file holds nothing" + named},
		{"truncated gzip", gzipped(t, long)[:500], "", "unreadable-file data/council.csv:"},
		{"gzip header alone", []byte{0x1f, 0x8b}, "", "unreadable-file data/council.csv: the ledger can't be read: the packed file ends before its contents do"},
		{"gzip that isn't", []byte("\x1f\x8bCost centre,Account,Amount"), "", "unreadable-file data/council.csv: the ledger can't be read: the packed file is damaged"},
		{"gzip with a wrong check sum", flipped(gzipped(t, broken), -6), "", "unreadable-file data/council.csv:3: the text can't be read from about here on: the contents don't agree with their check sum"},
		{"long gzip with a wrong check sum", flipped(gzipped(t, long), -6), "", "unreadable-file data/council.csv:40002: the text can't be read from about here on: the contents don't agree with their check sum"},
		{"gzip and something else", append(gzipped(t, broken), "more than that"...), "", "unreadable-file data/council.csv:3: the text can't be read from about here on: after the packed contents there is something that isn't gzip"},
		{"gzip twice", gzipped(t, string(gzipped(t, broken))), "", "unreadable-file data/council.csv: the gzip file holds another gzip file, not CSV\n    unpack it and name what it holds" + named},
		{"workbook in gzip", gzipped(t, string(book)), "", "unreadable-file data/council.csv: the gzip file holds a zip file or workbook, not CSV\n"},
		{"binary in gzip", gzipped(t, "a\x00b\x01"), "", "unreadable-file data/council.csv: the ledger is a binary file, not CSV or XLSX\n"},
		{"zip without a CSV", zipped(t, "a.pdf", "x", "b/ledger.xlsx", "x"), "", "missing-member data/council.csv: the zip file holds no CSV or TXT file; it holds \"a.pdf\", \"b/ledger.xlsx\"\n    put the ledger into it as CSV, or unpack it and name the file" + named},
		{"empty zip", zipped(t), "", "missing-member data/council.csv: the zip file holds no CSV or TXT file; it holds nothing\n"},
		{"several CSVs in a zip", zipped(t, "b.csv", broken, "a.txt", broken), "", "missing-member data/council.csv: the zip file holds 2 CSV or TXT files: \"b.csv\", \"a.txt\"\n    say which is meant, as in member: b.csv, or give each a ledger of its own" + named},
		{"many CSVs in a zip", zipped(t, many...), "", "missing-member data/council.csv: the zip file holds 12 CSV or TXT files: \"a.csv\", \"b.csv\", \"c.csv\", \"d.csv\", \"e.csv\", \"f.csv\", \"g.csv\", \"h.csv\", \"i.csv\", \"j.csv\", and 2 more\n"},
		{"member that isn't there", zipped(t, "a.csv", broken), "b.csv", "missing-member data/council.csv: the zip file has no member \"b.csv\"; it holds \"a.csv\"" + named},
		{"member in two folders", zipped(t, "x/a.csv", broken, "y/a.csv", broken), "a.csv", "missing-member data/council.csv: the zip file holds 2 members \"a.csv\": \"x/a.csv\", \"y/a.csv\"\n"},
		{"member of a workbook", book, "a.csv", "missing-member data/council.csv: the member \"a.csv\" is named, but the ledger is a workbook, not a zip file\n    leave member out" + named},
		{"member of a CSV", []byte(broken), "a.csv", "missing-member data/council.csv: the member \"a.csv\" is named, but the ledger is a single file, not a zip file\n"},
		{"member of a gzip", gzipped(t, broken), "a.csv", "missing-member data/council.csv: the member \"a.csv\" is named, but the ledger is a single file, not a zip file\n"},
		{"password", password, "", "unreadable-file data/council.csv: the member \"council.csv\" can't be read: it is protected with a password\n"},
		{"truncated zip", zipped(t, "a.csv", long)[:500], "", "unreadable-file data/council.csv: the ledger can't be read: it isn't a sound XLSX workbook or zip file: the packed file is damaged, or was cut off"},
		{"zip in a zip", zipped(t, "a.csv", string(zipped(t, "a.csv", broken))), "", "unreadable-file data/council.csv: the member \"a.csv\" holds a zip file or workbook, not CSV\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			spec := one(ledgertest.Columns)
			spec.Ledgers[0].Member = c.member
			_, err := Compute(context.Background(), fstest.MapFS{"data/council.csv": {Data: c.data}}, spec)
			input, ok := errors.AsType[*source.InputError](err)
			if !ok {
				t.Fatalf("got %v; want an InputError", err)
			}
			if got := messages(input.Problems); !strings.HasPrefix(got, c.want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
			}
			if c.name == "truncated gzip" && !strings.Contains(err.Error(), "ends before its contents do") {
				t.Errorf("got %v", err)
			}
		})
	}
}

// TestPackedBombs reads ledgers that unpack to much more than what they are packed in.
func TestPackedBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: ledgers that unpack to more than 50 MB")
	}
	// With a long text in each row it takes a twentieth of the rows to be too much.
	row := "A1,4000,1.00," + strings.Repeat("care at home ", 20) + "\n"
	bomb := packedtest.Repeat(t, "Cost centre,Account,Amount,Remark\n", row, 52_000_000, "")
	for name, data := range map[string][]byte{"gzip": bomb.Gzip(), "zip": bomb.Zip(t, "a.csv")} {
		t.Run(name, func(t *testing.T) {
			_, err := Compute(context.Background(), fstest.MapFS{"data/council.csv": {Data: data}}, one(ledgertest.Columns))
			input, ok := errors.AsType[*source.InputError](err)
			if !ok || !strings.HasPrefix(messages(input.Problems), "unreadable-file data/council.csv:") || !strings.Contains(err.Error(), "more than 100 times its size") {
				t.Errorf("got %v", err)
			}
		})
	}
}

// packedLedger is a gzip file of a ledger that has so many lines so many times,
// and what the lines sum to.
func packedLedger(t *testing.T, lines, times int) (packed []byte, sum int64) {
	t.Helper()
	var text bytes.Buffer
	sum, err := genledger.Write(&text, lines)
	if err != nil {
		t.Fatal(err)
	}
	header, rows := text.String()[:len(genledger.Header)], text.String()[len(genledger.Header):]
	return packedtest.Repeat(t, header, rows, int64(times*len(rows)), "").Gzip(), sum
}

// TestPackedMemoryIsBounded reads 90 MB from a gzip file that is never unpacked
// as a whole.
func TestPackedMemoryIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: memory is measured while a ledger of 90 MB is unpacked")
	}
	if !inItsOwnProcess(t) {
		return
	}
	const lines, times, bound = 40_000, 20, 48 << 20
	packed, sum := packedLedger(t, lines, times)
	heap := watchHeap(t, 10*time.Millisecond)
	a, err := Compute(context.Background(), fstest.MapFS{"ledger.csv": {Data: packed}}, benchSpec())
	if err != nil {
		t.Fatal(err)
	}
	if a.Ledgers[0].Lines != lines*times || a.Spend.Money != finance.Money(sum)*times {
		t.Errorf("%+v", a.Ledgers[0])
	}
	if most := heap.most.Load(); most == 0 || most > bound {
		t.Errorf("took %d MB of memory; want at most %d, of which %d are the gzip file", most>>20, bound>>20, len(packed)>>20)
	}
}

// plainFile is a file that can only be read from its beginning on.
type plainFile struct{ fs.File }

type plainFiles struct{ fs.FS }

func (f plainFiles) Open(name string) (fs.File, error) {
	file, err := f.FS.Open(name)
	return plainFile{file}, err
}

func TestZipFromAFileThatCannotSeek(t *testing.T) {
	spec := ledgertest.Small()
	spec.Ledgers = spec.Ledgers[1:]
	a, err := Compute(context.Background(), plainFiles{fstest.MapFS{"council.csv": {Data: zipped(t, "council.csv", ledgertest.Council)}}}, spec)
	if err != nil || a.Spend.Money != 53_50 {
		t.Errorf("%v: %+v", err, a)
	}
}

// FuzzPacked reads hostile packed ledgers: they are refused with positions, or
// every line is accounted for.
func FuzzPacked(f *testing.F) {
	f.Add(gzipped(f, ledgertest.Council))
	f.Add(gzipped(f, ledgertest.Council[:30], ledgertest.Council[30:]))
	f.Add(zipped(f, "council.csv", ledgertest.Council))
	f.Add(zipped(f, "x/", "", "x/council.txt", ledgertest.Council, "b.csv", ""))
	spec := ledgertest.Small()
	spec.Ledgers = spec.Ledgers[1:]
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := Compute(context.Background(), fstest.MapFS{"council.csv": {Data: data}}, spec)
		if err == nil {
			if l := a.Ledgers[0]; l.Lines != l.Classified+l.Unclassified+l.Totals+l.Zero {
				t.Errorf("%+v", l)
			}
			return
		}
		if input, ok := errors.AsType[*source.InputError](err); !ok || len(input.Problems) == 0 || input.Problems[0].Position.IsZero() {
			t.Errorf("not a problem with a position: %v", err)
		}
	})
}
