// Package account reads all ledgers and the history of a specification and adds
// them up to an account.
package account
