package lazyregexp

import "sync/atomic"

// Lazy is the regular expression of a text, which has to be a valid one.
func Lazy(expression string) func() *Regexp {
	return declare(&declaration{expression: expression})
}

// LazyOf is the regular expression of a text that is made when it is first needed, and is
// the same whenever it is made.
func LazyOf(expression func() string) func() *Regexp {
	return declare(&declaration{expressionOf: expression})
}

// A declaration is an expression that the program may need.
type declaration struct {
	expression   string
	expressionOf func() string
	made         atomic.Pointer[Regexp]
	before       *declaration
}

// lastDeclared is the last of all declarations: they are chained, which costs a process
// that needs none of them less than a list would.
var lastDeclared atomic.Pointer[declaration]

func declare(d *declaration) func() *Regexp {
	for {
		d.before = lastDeclared.Load()
		if lastDeclared.CompareAndSwap(d.before, d) {
			return d.regexp
		}
	}
}

func (d *declaration) text() string {
	if d.expressionOf != nil {
		return d.expressionOf()
	}
	return d.expression
}

func (d *declaration) regexp() *Regexp {
	if re := d.made.Load(); re != nil {
		return re
	}
	d.made.CompareAndSwap(nil, New(d.text())) // one that was made meanwhile stays
	return d.made.Load()
}
