// Verifies logs that this project writes, with Go's own code for transparency logs (golang.org/x/mod/sumdb of Debian) and nothing of ours.
//
//	verify log VKEY FOLDER          the whole log: head, every bundle of entries, every tile of hashes
//	verify flips VKEY FOLDER N SEED N logs with one bit altered somewhere, all of which must be refused
//	verify proof VKEY FILE          a proof file (C2SP tlog-proof) of an entry, by tlog.CheckRecord
//	verify grown VKEY FOLDER OLD    prints the consistency proof from size OLD to the head, one base64 hash a line
//	verify cosigned KEY VKEY FILE   a cosignature (type 0x04) of KEY under the head in FILE, beside the log's signature
//
// Exit status 1 and a sentence when something is wrong.
package main

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"math/rand"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type log map[string][]byte

func load(folder string) (log, error) {
	files := log{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, _ := filepath.Rel(folder, path)
		files[name], err = os.ReadFile(path)
		return err
	})
	return files, err
}

func head(vkey string, signed []byte) (tree tlog.Tree, err error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return tree, err
	}
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tree, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() || lines[3] != "" {
		return tree, errors.New("not the head of this log")
	}
	if tree.N, err = strconv.ParseInt(lines[1], 10, 64); err != nil || tree.N < 0 {
		return tree, errors.New("no size")
	}
	tree.Hash, err = tlog.ParseHash(lines[2])
	return tree, err
}

// The hashes of all entries and inner nodes in the order of x/mod's storage, computed from the entries alone.
func store(files log, size int64) ([]tlog.Hash, tlog.HashReader, error) {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(places []int64) (hashes []tlog.Hash, err error) {
		for _, place := range places {
			if place >= int64(len(stored)) {
				return nil, errors.New("beyond the log")
			}
			hashes = append(hashes, stored[place])
		}
		return hashes, nil
	})
	for index := int64(0); index < size; {
		tile := tlog.Tile{H: 8, L: -1, N: index / 256, W: 256}
		if size-index < 256 {
			tile.W = int(size - index)
		}
		path := "tile/entries/" + strings.TrimPrefix(tile.Path(), "tile/8/data/")
		rest, exists := files[path]
		if !exists {
			return nil, nil, errors.New(path + " is missing")
		}
		for end := index + int64(tile.W); index < end; index++ {
			if len(rest) < 2 || len(rest) < 2+int(binary.BigEndian.Uint16(rest)) {
				return nil, nil, errors.New(path + " is cut off")
			}
			length := 2 + int(binary.BigEndian.Uint16(rest))
			hashes, err := tlog.StoredHashes(index, rest[2:length], reader)
			if err != nil {
				return nil, nil, err
			}
			stored, rest = append(stored, hashes...), rest[length:]
		}
		if len(rest) > 0 {
			return nil, nil, errors.New(path + " has more than its entries")
		}
	}
	return stored, reader, nil
}

func verify(vkey string, files log) error {
	tree, err := head(vkey, files["checkpoint"])
	if err != nil {
		return err
	}
	_, reader, err := store(files, tree.N)
	if err != nil {
		return err
	}
	root, err := tlog.TreeHash(tree.N, reader)
	if err != nil || root != tree.Hash {
		return errors.New("the entries lead to another root")
	}
	wanted := map[string]bool{"checkpoint": true}
	tiles := tlog.NewTiles(8, 0, tree.N)
	for place, tile := range tiles {
		// It lists partial tiles of every width; a log needs that of its size only, the last.
		if place+1 < len(tiles) && tiles[place+1].L == tile.L && tiles[place+1].N == tile.N {
			continue
		}
		path := "tile/" + strings.TrimPrefix(tile.Path(), "tile/8/")
		wanted[path] = true
		data, err := tlog.ReadTileData(tile, reader)
		if err != nil || !bytes.Equal(data, files[path]) {
			return errors.New(path + " is not the tile of these entries")
		}
	}
	for path := range files {
		if !wanted[path] && !strings.HasPrefix(path, "tile/entries/") {
			return errors.New(path + " belongs to nothing")
		}
	}
	return nil
}

// A fresh copy of one file with one bit altered, in place of the original while `try` runs.
func flips(vkey string, files log, count int, seed int64) error {
	var paths []string
	for path := range files {
		paths = append(paths, path)
	}
	sort.Strings(paths)
	random := rand.New(rand.NewSource(seed))
	for round := 0; round < count; round++ {
		path := paths[random.Intn(len(paths))]
		if round%5 == 0 {
			path = "checkpoint"
		}
		whole := files[path]
		altered := append([]byte{}, whole...)
		place := random.Intn(len(altered))
		altered[place] ^= 1 << random.Intn(8)
		files[path] = altered
		err := verify(vkey, files)
		files[path] = whole
		if err == nil {
			return fmt.Errorf("byte %d of %s was altered, and the log was accepted", place, path)
		}
	}
	return nil
}

func proof(vkey string, file []byte) error {
	parts := bytes.SplitN(file, []byte("\n\n"), 2)
	lines := strings.Split(string(parts[0]), "\n")
	if len(parts) != 2 || len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("not a proof file")
	}
	entry, err := base64.StdEncoding.Strict().DecodeString(strings.TrimPrefix(lines[1], "extra "))
	if err != nil {
		return err
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	if err != nil {
		return err
	}
	var record tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return err
		}
		record = append(record, hash)
	}
	tree, err := head(vkey, parts[1])
	if err != nil {
		return err
	}
	return tlog.CheckRecord(record, tree.N, tree.Hash, index, tlog.RecordHash(entry))
}

func grown(vkey string, files log, old int64) error {
	tree, err := head(vkey, files["checkpoint"])
	if err != nil {
		return err
	}
	_, reader, err := store(files, tree.N)
	if err != nil {
		return err
	}
	steps, err := tlog.ProveTree(tree.N, old, reader)
	for _, step := range steps {
		fmt.Println(base64.StdEncoding.EncodeToString(step[:]))
	}
	return err
}

// A witness's key, built on what x/mod knows of notes: type 0x04 signs time and text.
type witness struct {
	name string
	id   uint32
	key  ed25519.PublicKey
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.id }
func (w witness) Verify(text, signature []byte) bool {
	if len(signature) != 72 {
		return false
	}
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(signature), text)
	return ed25519.Verify(w.key, []byte(message), signature[8:])
}

func cosigned(text, vkey string, signed []byte) error {
	parts := strings.SplitN(text, "+", 3)
	id, err := strconv.ParseUint(parts[1], 16, 32)
	if err != nil {
		return err
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || key[0] != 4 {
		return errors.New("not the key of a witness")
	}
	own, err := note.NewVerifier(vkey)
	if err != nil {
		return err
	}
	opened, err := note.Open(signed, note.VerifierList(own, witness{parts[0], uint32(id), key[1:]}))
	if err != nil {
		return err
	}
	if len(opened.Sigs) != 2 {
		return fmt.Errorf("%d of 2 signatures", len(opened.Sigs))
	}
	return nil
}

func run(arguments []string) error {
	if len(arguments) < 3 {
		return errors.New("see the head of this file")
	}
	command, vkey, path := arguments[0], arguments[1], arguments[2]
	switch command {
	case "proof":
		file, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return proof(vkey, file)
	case "cosigned":
		file, err := os.ReadFile(arguments[3])
		if err != nil {
			return err
		}
		return cosigned(vkey, path, file)
	}
	files, err := load(path)
	if err != nil {
		return err
	}
	switch command {
	case "flips":
		count, _ := strconv.Atoi(arguments[3])
		seed, _ := strconv.ParseInt(arguments[4], 10, 64)
		if count == 0 {
			return errors.New("how many?")
		}
		return flips(vkey, files, count, seed)
	case "grown":
		old, _ := strconv.ParseInt(arguments[3], 10, 64)
		return grown(vkey, files, old)
	case "log":
		return verify(vkey, files)
	}
	return errors.New("no such command")
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
