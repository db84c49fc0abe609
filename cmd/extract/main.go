// Command extract reads Arabic text and writes, as JSON, who and what it names, which dates, and which topics.
package main

import (
	"os"

	"github.com/arabic-extract/extract/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
