// Command generate compiles the topic tables into the file that the program embeds.
package main

import (
	"fmt"
	"log"
	"os"

	"github.com/arabic-extract/extract/internal/topics"
)

func main() {
	log.SetFlags(0)
	c, err := topics.Compile(os.DirFS("tables"))
	if err != nil {
		log.Fatalf("generate: %v", err)
	}
	data := c.Bytes()
	if err := os.WriteFile("compiled/topics.bin", data, 0o644); err != nil {
		log.Fatalf("generate: %v", err)
	}
	fmt.Printf("%d bytes\n", len(data))
}
