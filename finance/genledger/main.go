// Genledger writes a ledger of any size, for measuring apr:
//
//	go run ./finance/genledger -lines 10000000 > ledger.csv
package main

import (
	"flag"
	"fmt"
	"os"

	"apr/finance/internal/genledger"
)

func main() {
	lines := flag.Int("lines", 10_000_000, "number of lines, of about 110 bytes each")
	flag.Parse()
	if _, err := genledger.Write(os.Stdout, *lines); err != nil {
		fmt.Fprintln(os.Stderr, "genledger:", err)
		os.Exit(1)
	}
}
