package main

import (
	"strings"

	"github.com/spf13/cobra"

	"apr/indicators"
	"apr/regs"
)

// completeAuthorities completes the names of authorities; shells show their
// boards beside them.
func completeAuthorities(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	var names []string
	for _, a := range indicators.Authorities() {
		names = append(names, cobra.CompletionWithDesc(a.Area, a.Name))
	}
	return beginning(names, typed), cobra.ShellCompDirectiveNoFileComp
}

// completeRules completes the id of a rule or a requirement.
func completeRules(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var ids []string
	for _, q := range regs.Requirements() {
		ids = append(ids, cobra.CompletionWithDesc(q.ID, q.Title))
	}
	for _, r := range regs.Rules() {
		ids = append(ids, cobra.CompletionWithDesc(r.ID, r.Title))
	}
	return beginning(ids, typed), cobra.ShellCompDirectiveNoFileComp
}

// beginning are the completions that begin as typed, in whatever case.
func beginning(completions []string, typed string) []string {
	var fit []string
	for _, c := range completions {
		if len(c) >= len(typed) && strings.EqualFold(c[:len(typed)], typed) {
			fit = append(fit, c)
		}
	}
	return fit
}

// completeDir completes the project folder, which is the only argument.
func completeDir(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return nil, cobra.ShellCompDirectiveFilterDirs
}
