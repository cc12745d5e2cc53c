package main

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"apr/internal/project"
	"apr/internal/source"
)

// env is everything outside that a command may touch.
type env struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
	now            func() time.Time
	// terminal is true when stdout is one; colour is only for terminals.
	terminal bool
	// progress reports what is being done; nil reports nothing.
	progress *progress
	// cache is what commands have in common that run in one process, as those of tests; or nil.
	cache *project.Cache
}

// newRoot builds the command tree. started is set when a command begins its
// work: an error before that is of the command line.
func newRoot(e env, started *bool) *cobra.Command {
	root := &cobra.Command{
		Use:   "apr",
		Short: "Compile and check an integration authority's annual performance report",
		Long: `apr compiles the annual performance report that section 42 of the Public Bodies
(Joint Working) (Scotland) Act 2014 asks of every integration authority, and says
what regulations 3 to 9 of SSI 2014/326 still miss in it and where.`,
		Example: `  $ apr init falkirk --authority Falkirk --year 2025/26
  $ apr check falkirk
  $ apr build --draft falkirk`,
		SilenceErrors:     true,
		SilenceUsage:      true,
		DisableAutoGenTag: true,
		Args:              knownCommand,
		RunE:              func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			*started = true
			return e.setVerbosity(cmd)
		},
	}
	root.PersistentFlags().String("date", "", "stand for today, YYYY-MM-DD (else SOURCE_DATE_EPOCH, else the clock)")
	root.PersistentFlags().BoolP("quiet", "q", false, "print what is asked for and errors, and nothing else")
	root.PersistentFlags().BoolP("verbose", "v", false, "print on stderr what is read and how long each step takes")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(
		newInit(e, runInit),
		newCheck(e, runCheck),
		newBuild(e, runBuild),
		newPreview(e, runPreview),
		newIndicators(e, runIndicators),
		newFinance(e, runFinance),
		newClaims(e, runClaims),
		newTrace(e, runTrace),
		newVerify(e, runVerify),
		newDiff(e, runDiff),
		newCalendar(e, runCalendar),
		newWords(e),
		newStatus(e, runStatus),
		newSign(e, runSign),
		newComments(e, runComments),
		newRules(e),
		newExplain(e),
		newSchema(e),
		newTemplate(e),
		newVersion(e),
		newMan(e),
	)
	root.AddCommand(newTopics()...)
	root.SetHelpCommand(newHelp())
	explainCompletion(root)
	return root
}

// knownCommand refuses what follows apr and isn't a command.
func knownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	hint := "'apr help' lists the commands"
	if n := source.Nearest(args[0], names); n != "" {
		hint = "did you mean apr " + n + "?"
	}
	return usagef("there is no command %q; %s", args[0], hint)
}

// setVerbosity sets how much is printed besides what is asked for.
func (e env) setVerbosity(cmd *cobra.Command) error {
	quiet, _ := cmd.Flags().GetBool("quiet")
	verbose, _ := cmd.Flags().GetBool("verbose")
	if quiet && verbose {
		return usagef("--quiet and --verbose: choose one")
	}
	if e.progress != nil {
		e.progress.quiet, e.progress.verbose = quiet, verbose
	}
	return nil
}

// today is the date that the command line or the environment gives, else the
// clock's; given is true for the former.
func today(cmd *cobra.Command, e env) (day time.Time, given bool, err error) {
	if s, _ := cmd.Flags().GetString("date"); s != "" {
		t, err := time.Parse(time.DateOnly, s)
		if err != nil {
			return t, false, usagef("--date %q isn't a date; expected YYYY-MM-DD", s)
		}
		return t, true, nil
	}
	if s := e.getenv("SOURCE_DATE_EPOCH"); s != "" {
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return time.Time{}, false, usagef("SOURCE_DATE_EPOCH %q isn't a number of seconds", s)
		}
		return time.Unix(n, 0).UTC(), true, nil
	}
	return e.now(), false, nil
}

// projectDir is the command's DIR argument, the current folder by default.
func projectDir(args []string) string {
	if len(args) > 0 {
		return args[0]
	}
	return "."
}

// oneOf checks the value of a flag that has a fixed list of values.
func oneOf(flag, value string, values ...string) error {
	if slices.Contains(values, value) {
		return nil
	}
	hint := "expected one of: " + strings.Join(values, ", ")
	if n := source.Nearest(value, values); n != "" {
		hint = "did you mean " + n + "? " + hint
	}
	return usagef("--%s %q: %s", flag, value, hint)
}

// notEmpty asks that a flag that is given names something: what is empty is most often a
// variable of the shell that isn't set, and would mean nothing or all.
func notEmpty(cmd *cobra.Command, flag string, values []string, hint string) error {
	if cmd.Flags().Changed(flag) && len(values) == 0 {
		return usagef("--%s is empty; %s", flag, hint)
	}
	return nil
}

// formatFlag adds --format with its completion.
func formatFlag(cmd *cobra.Command, target *string, values ...string) {
	cmd.Flags().StringVar(target, "format", values[0], "output format: "+strings.Join(values, ", "))
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}
