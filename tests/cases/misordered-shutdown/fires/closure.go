// app returns: one deferred closure makes both stops, the store's first.
package cases

type Store struct{}

func OpenStore() *Store
func (s *Store) Close() error

type Queue struct{}

func NewQueue(s *Store) *Queue
func (q *Queue) Close() error

func app(work func(*Queue)) {
	store := OpenStore()
	queue := NewQueue(store)
	defer func() {
		store.Close() // want misordered-shutdown "store"
		queue.Close()
	}()
	work(queue)
}
