// curfew: --level advice
// Run time: a reader of the archive gives up, and the search, which was never told of it, holds its slot.
package cases

import "context"

type page struct{ text string }

type archive struct{ hits chan page }

func (a *archive) search(c context.Context, word string) (page, error) {
	select {
	case <-c.Done():
		return page{text: word}, c.Err()
	case hit := <-a.hits:
		return hit, nil
	}
}

func (a *archive) Find(word string) (page, error) {
	return a.search(context.Background(), word) // want severed-context[advice] "search"
}
