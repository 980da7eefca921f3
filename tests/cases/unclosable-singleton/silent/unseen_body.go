// At this level nothing is said about a body that is not seen.
package cases

import "sync"

var once sync.Once

func warmUp()

func Ensure() {
	once.Do(func() { go warmUp() })
}
