// The body of a range over an iterator gives the lock back before it leaves the function.
package cases

import (
	"errors"
	"strings"
	"sync"
	"time"
)

type tree struct {
	sync.Mutex
	words int
}

func (t *tree) insert(text string) error {
	t.Lock()
	for word := range strings.SplitSeq(text, ".") {
		if word == "" {
			t.Unlock()
			return errors.New("empty word")
		}
		t.words++
	}
	t.Unlock()
	return nil
}

func insertSlowly(t *tree, text string) error {
	err := t.insert(text)
	time.Sleep(time.Second)
	return err
}
