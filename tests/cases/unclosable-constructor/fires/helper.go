// NewIndex is called: the spawn stands in an unexported method that only the constructor calls.
package cases

import "time"

type Index struct{ version int }

func NewIndex() *Index {
	ix := &Index{}
	ix.begin()
	return ix
}

func (ix *Index) begin() {
	ix.version = 1
	go ix.rebuild() // want unclosable-constructor "NewIndex"
}

func (ix *Index) rebuild() {
	for range time.Tick(time.Hour) {
		ix.version++
	}
}
