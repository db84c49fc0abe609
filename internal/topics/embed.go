package topics

import (
	"crypto/sha256"
	_ "embed"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"sync"
)

//go:generate go run ./generate

//go:embed compiled/topics.bin
var compiled []byte

// builtIn is the compiled tables, which lie in the program file.
var builtIn = sync.OnceValue(func() *Compiled {
	c, err := open(compiled)
	if err != nil {
		panic(err) // the file is made by generate and checked by a test
	}
	return c
})

// sections lists the parts of the compiled file in their order.
func (c *Compiled) sections() []*[]byte {
	x, i, t := c.Taxonomy, c.Index, &c.Index.trie
	return []*[]byte{&x.concepts, &x.strings, &x.related, &x.lifts, (*[]byte)(&t.WordSlots), (*[]byte)(&t.WordEnds), &t.WordBytes, &i.terms,
		(*[]byte)(&t.Roots), (*[]byte)(&t.EdgeEnds), (*[]byte)(&t.EdgeWords), (*[]byte)(&t.EdgeNodes), (*[]byte)(&t.ItemEnds), (*[]byte)(&i.hits)}
}

// Bytes returns the compiled file: the length of every section, then the sections.
func (c *Compiled) Bytes() []byte {
	var out []byte
	for _, s := range c.sections() {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(*s)))
	}
	for _, s := range c.sections() {
		out = append(out, *s...)
	}
	return out
}

// open finds the sections in a compiled file; nothing is copied.
func open(data []byte) (*Compiled, error) {
	c := &Compiled{&Taxonomy{}, &Index{}}
	sections := c.sections()
	at := 4 * len(sections)
	if len(data) < at {
		return nil, errors.New("topics: the compiled table is cut off")
	}
	for i, s := range sections {
		n := int(binary.LittleEndian.Uint32(data[4*i:]))
		if n > len(data)-at {
			return nil, errors.New("topics: the compiled table is cut off")
		}
		*s = data[at : at+n : at+n]
		at += n
	}
	return c, nil
}

// Hash identifies the embedded tables, for extract version.
func Hash() string {
	sum := sha256.Sum256(compiled)
	return hex.EncodeToString(sum[:6])
}
