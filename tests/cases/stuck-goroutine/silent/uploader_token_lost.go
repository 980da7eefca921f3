// An uploader gives its token back on every path.
package cases

import (
	"errors"
	"fmt"
	"strings"
)

type uploader struct {
	tokens chan struct{}
	stored []string
}

func newUploader(parallel int) *uploader {
	return &uploader{tokens: make(chan struct{}, parallel)}
}

func (u *uploader) put(name string) error {
	if strings.HasPrefix(name, "tmp/") {
		return errors.New("refused: " + name)
	}
	u.stored = append(u.stored, name)
	return nil
}

func (u *uploader) upload(name string) error {
	u.tokens <- struct{}{}
	defer func() { <-u.tokens }()
	return u.put(name)
}

func use() {
	u := newUploader(2)
	for _, n := range []string{"tmp/a", "b", "tmp/c", "d", "e"} {
		fmt.Println(n, u.upload(n))
	}
}
