package project

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"
)

// A ledger in a workbook is read here and there in its package; its hash is that
// of the whole file.
func TestInputsHashWorkbooksOfLedgers(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for row, cells := range [][]any{{"Cost centre", "Amount"}, {"A1", 12.5}, {"A2", 7}} {
		cell, err := excelize.CoordinatesToCellName(1, row+1)
		if err == nil {
			err = f.SetSheetRow("Sheet1", cell, &cells)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	// A part that nothing reads makes the package longer than what is looked at
	// of any file.
	picture := make([]byte, 200<<10)
	_, _ = rand.NewChaCha8([32]byte{1}).Read(picture) // never fails
	f.Pkg.Store("xl/media/picture.bin", picture)
	book, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	if book.Len() < 200<<10 {
		t.Fatalf("the package has %d bytes", book.Len())
	}
	dir := t.TempDir()
	for name, content := range map[string][]byte{"ledger.xlsx": book.Bytes(), "apr.yaml": []byte(`authority: {name: Falkirk}
year: 2025/26
finance:
  ledgers:
    - {file: ledger.xlsx, partner: Falkirk Council, columns: {cost_centre: Cost centre, amount: Amount}}
  rules:
    - {when: {cost_centre: "*"}, matter: 4(2)(a)}
`)} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r, err := Load(context.Background(), Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Account.Spend.Money.String(); got != "19.50" {
		t.Errorf("spend %s", got)
	}
	sum := sha256.Sum256(book.Bytes())
	for _, in := range r.Inputs() {
		if in.File == "ledger.xlsx" {
			if in.Size != int64(book.Len()) || in.SHA256 != hex.EncodeToString(sum[:]) {
				t.Errorf("%+v; want %d bytes, %x", in, book.Len(), sum)
			}
			return
		}
	}
	t.Errorf("the ledger isn't among the inputs: %+v", r.Inputs())
}
