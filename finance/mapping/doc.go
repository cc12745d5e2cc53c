// Package mapping reads what somebody has filled in for each cost centre in a
// spreadsheet: the matter, care group, locality and service that its lines belong
// to. Each row is a rule.
package mapping
