package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"apr/internal/licences"
)

// version is the release; it is what reports and manifests are stamped with,
// so it must not differ between two builds of the same release.
const version = "0.1.0"

func newVersion(e env) *cobra.Command {
	var all bool
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Print the version, and the licences of what it is made of",
		Example: `  $ apr version
  $ apr version --licences | less`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			if all {
				_, err := io.WriteString(e.stdout, licences.Text)
				return err
			}
			fmt.Fprintf(e.stdout, "apr %s (%s, %s/%s)\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			if info, ok := debug.ReadBuildInfo(); ok {
				for _, s := range info.Settings {
					if s.Key == "vcs.revision" {
						fmt.Fprintf(e.stdout, "revision %s\n", s.Value)
					}
				}
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&all, "licences", false, "print the licences of apr and of all that is linked into it")
	return cmd
}
