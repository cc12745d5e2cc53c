package main

import (
	"bytes"
	"context"
	"testing"
	"time"
)

func TestLedgerMeter(t *testing.T) {
	var out bytes.Buffer
	clock := time.Unix(0, 0)
	m := newLedgerMeter(&out, func() time.Time { return clock })
	at := func(ms int, file string, read int64) {
		clock = time.Unix(0, 0).Add(time.Duration(ms) * time.Millisecond)
		m.progress(file, read<<20, 100<<20)
	}
	at(10, "a.csv", 1)
	at(999, "a.csv", 20)
	if out.Len() > 0 {
		t.Errorf("prints %q within a second", out.String())
	}
	at(1001, "b.csv", 5)
	at(1100, "a.csv", 30) // too soon
	at(1300, "a.csv", 40)
	m.close()
	at(2000, "a.csv", 50)
	if want := "\r\x1b[Kreading ledgers: 25 of 200 MB\r\x1b[Kreading ledgers: 45 of 200 MB\r\x1b[K"; out.String() != want {
		t.Errorf("prints %q; want %q", out.String(), want)
	}
}

// In a pipe, and where nothing took long, no meter is shown.
func TestLedgerMeterIsForTerminals(t *testing.T) {
	var out bytes.Buffer
	ctx, done := withLedgerMeter(context.Background(), env{stderr: &out, now: time.Now})
	done()
	if ctx != context.Background() || out.Len() > 0 {
		t.Errorf("a meter in a pipe: %q", out.String())
	}
	m := newLedgerMeter(&out, time.Now)
	m.progress("a.csv", 1, 2)
	m.close()
	if out.Len() > 0 {
		t.Errorf("prints %q", out.String())
	}
}
