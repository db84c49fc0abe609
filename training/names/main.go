// Command names trains the sequence model of internal/names. See README.md beside it.
package main

import (
	"fmt"
	"os"
)

var commands = map[string]func([]string) error{
	"words": runWords, // learn clusters, gather lists, write the word table
	"fit":   runFit,   // train the model
	"tag":   runTag,   // tag JSON lines with the model alone
}

func main() {
	if len(os.Args) < 2 || commands[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: names words|fit|tag [flags]")
		os.Exit(2)
	}
	if err := commands[os.Args[1]](os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "names:", err)
		os.Exit(1)
	}
}
