// Package cli is the command line: flags, streams and exit codes. A subcommand is one file; each turns its flags into an
// options struct and hands it to a function that tests can call with streams of their own.
package cli

import (
	"errors"
	"fmt"
	"io"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
)

// The exit codes. Finding nothing is ExitOK.
const (
	ExitOK    = 0 // all was read
	ExitInput = 1 // some input failed, the rest was written
	ExitUsage = 2 // wrong usage, or nothing could start
)

// errInput ends a run in which some input failed; the messages are out already.
var errInput = errors.New("some input failed")

// usageError is wrong usage: the message, then where to read more.
type usageError struct{ error }

// streams is where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// complain writes one message to stderr in the tool's form.
func (s *streams) complain(err error) {
	fmt.Fprintf(s.err, "extract: %s\n", strings.ReplaceAll(err.Error(), "\n", " "))
}

// Main runs the command line and returns its exit code.
func Main(args []string, in io.Reader, out, errOut io.Writer) int {
	signal.Ignore(syscall.SIGPIPE) // a closed pipe is an error of the next write, and a quiet end
	s := &streams{in, out, errOut}
	root := newRoot(s)
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errOut)
	return exitCode(root.Execute(), s)
}

// exitCode says what an error means to the caller, and tells the user what is not yet told.
func exitCode(err error, s *streams) int {
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE), errors.Is(err, io.ErrClosedPipe):
		return ExitOK
	case errors.Is(err, errInput):
		return ExitInput
	}
	s.complain(err)
	var usage usageError
	if errors.As(err, &usage) || isCobraUsage(err) {
		fmt.Fprintln(s.err, "extract: see extract --help")
	}
	return ExitUsage
}

// isCobraUsage reports the errors that cobra makes of its own for wrong subcommands and arguments.
func isCobraUsage(err error) bool {
	message := err.Error()
	return strings.HasPrefix(message, "unknown") || strings.Contains(message, "arg(s)")
}

// group returns a command that only holds others.
func group(use, short string, commands ...*cobra.Command) *cobra.Command {
	cmd := &cobra.Command{Use: use, Short: short, Args: cobra.NoArgs, RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() }}
	cmd.AddCommand(commands...)
	return cmd
}
