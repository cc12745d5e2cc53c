package account

import (
	"context"
	"strings"
	"testing"

	"apr/finance/internal/ledgertest"
)

// An amount with commas that isn't quoted has moved: it isn't what stands before the first.
func TestHistoryWithMoreCellsThanItsHeader(t *testing.T) {
	const head = "year,measure,dimension,item,amount\n"
	const tidy = "table,title,row,column,value\n"
	for text, want := range map[string]string{
		head + "2024/25,spend,total,,1000.00\n2024/25,spend,matter,4(2)(d),1,232,556.43\n":                                "history.csv:3",
		tidy + "Table 1,Spend against the annual financial statement by reporting year,2024/25,Spent,1,232,556.43\n":      "history.csv:2",
		head + "2024/25,spend,total,,1000.00,,\n":                                                                         "",
		"year,measure,dimension,item,amount,\n2024/25,spend,total,,1000.00,from the audited accounts\n":                   "",
		"year,measure,dimension,item,amount,source\n2024/25,spend,matter,4(2)(d),\"1,232,556.43\",the audited accounts\n": "",
	} {
		_, err := Compute(context.Background(), ledgertest.Files("nhs.csv", ledgertest.NHS, "council.csv", ledgertest.Council, "history.csv", text), withHistory(nil))
		switch {
		case want == "" && err != nil, want != "" && (err == nil || !strings.Contains(err.Error(), "cells and the header 5") || !strings.Contains(err.Error(), want)):
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
}
