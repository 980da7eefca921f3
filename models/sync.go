//curfew:models 0

// Locks, wait groups and the other ways in which goroutines of one process meet.
package sync

func NewCond(l Locker) *Cond

//curfew:runs f once deferred
//curfew:since 1.21
func OnceFunc(f func()) func()

//curfew:runs f once deferred
//curfew:since 1.21
func OnceValue[T any](f func() T) func() T

//curfew:runs f once deferred
//curfew:since 1.21
func OnceValues[T1 any, T2 any](f func() (T1, T2)) func() (T1, T2)

//curfew:no-copy
type Cond struct {
	L Locker
}

//curfew:cond-signal all
func (c *Cond) Broadcast()

//curfew:cond-signal
func (c *Cond) Signal()

//curfew:cond-wait
//curfew:blocks cond
func (c *Cond) Wait()

type Locker interface {
	//curfew:lock
	Lock()
	//curfew:unlock
	Unlock()
}

//curfew:no-copy
type Map struct{}

//curfew:since 1.23
func (m *Map) Clear()

//curfew:since 1.20
func (m *Map) CompareAndDelete(key, old any) (deleted bool)

//curfew:since 1.20
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool)

func (m *Map) Delete(key any)

func (m *Map) Load(key any) (value any, ok bool)

func (m *Map) LoadAndDelete(key any) (value any, loaded bool)

func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool)

//curfew:runs f
func (m *Map) Range(f func(key any, value any) bool)

func (m *Map) Store(key, value any)

//curfew:since 1.20
func (m *Map) Swap(key, value any) (previous any, loaded bool)

//curfew:no-copy
type Mutex struct{}

//curfew:lock
func (m *Mutex) Lock()

//curfew:trylock
//curfew:since 1.18
func (m *Mutex) TryLock() bool

//curfew:unlock
func (m *Mutex) Unlock()

//curfew:no-copy
type Once struct{}

//curfew:runs f once
func (o *Once) Do(f func())

//curfew:no-copy
type Pool struct {
	//curfew:runs recv
	New func() any
}

func (p *Pool) Get() any

func (p *Pool) Put(x any)

//curfew:no-copy
type RWMutex struct{}

//curfew:lock
func (rw *RWMutex) Lock()

//curfew:rlock
func (rw *RWMutex) RLock()

func (rw *RWMutex) RLocker() Locker

//curfew:runlock
func (rw *RWMutex) RUnlock()

//curfew:trylock
//curfew:since 1.18
func (rw *RWMutex) TryLock() bool

// A failed attempt leaves the lock alone; a successful one holds it for reading.
//
//curfew:trylock
//curfew:since 1.18
func (rw *RWMutex) TryRLock() bool

//curfew:unlock
func (rw *RWMutex) Unlock()

//curfew:no-copy
type WaitGroup struct{}

//curfew:wg-add delta
func (wg *WaitGroup) Add(delta int)

//curfew:wg-done
func (wg *WaitGroup) Done()

//curfew:spawns f counted
//curfew:since 1.25
func (wg *WaitGroup) Go(f func())

//curfew:wg-wait
func (wg *WaitGroup) Wait()
