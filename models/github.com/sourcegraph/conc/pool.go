//curfew:models 0

// Go waits while the pool is at its limit. Written from v0.3.0.
package pool

import (
	"context"
)

func New() *Pool

func NewWithResults[T any]() *ResultPool[T]

type ContextPool struct{}

//curfew:spawns f counted limited
func (p *ContextPool) Go(f func(ctx context.Context) error)

//curfew:wg-wait
//curfew:releases
func (p *ContextPool) Wait() error

func (p *ContextPool) WithCancelOnError() *ContextPool

func (p *ContextPool) WithFirstError() *ContextPool

//curfew:limits n
func (p *ContextPool) WithMaxGoroutines(n int) *ContextPool

type ErrorPool struct{}

//curfew:spawns f counted limited
func (p *ErrorPool) Go(f func() error)

//curfew:wg-wait
//curfew:releases
func (p *ErrorPool) Wait() error

func (p *ErrorPool) WithContext(ctx context.Context) *ContextPool

func (p *ErrorPool) WithFirstError() *ErrorPool

//curfew:limits n
func (p *ErrorPool) WithMaxGoroutines(n int) *ErrorPool

type Pool struct{}

//curfew:spawns f counted limited
func (p *Pool) Go(f func())

//curfew:wg-wait
//curfew:releases
func (p *Pool) Wait()

func (p *Pool) WithContext(ctx context.Context) *ContextPool

func (p *Pool) WithErrors() *ErrorPool

//curfew:limits n
func (p *Pool) WithMaxGoroutines(n int) *Pool

type ResultContextPool[T any] struct{}

//curfew:spawns f counted limited
func (p *ResultContextPool[T]) Go(f func(context.Context) (T, error))

//curfew:wg-wait
//curfew:releases
func (p *ResultContextPool[T]) Wait() ([]T, error)

//curfew:limits n
func (p *ResultContextPool[T]) WithMaxGoroutines(n int) *ResultContextPool[T]

type ResultErrorPool[T any] struct{}

//curfew:spawns f counted limited
func (p *ResultErrorPool[T]) Go(f func() (T, error))

//curfew:wg-wait
//curfew:releases
func (p *ResultErrorPool[T]) Wait() ([]T, error)

func (p *ResultErrorPool[T]) WithContext(ctx context.Context) *ResultContextPool[T]

//curfew:limits n
func (p *ResultErrorPool[T]) WithMaxGoroutines(n int) *ResultErrorPool[T]

type ResultPool[T any] struct{}

//curfew:spawns f counted limited
func (p *ResultPool[T]) Go(f func() T)

//curfew:wg-wait
//curfew:releases
func (p *ResultPool[T]) Wait() []T

func (p *ResultPool[T]) WithContext(ctx context.Context) *ResultContextPool[T]

func (p *ResultPool[T]) WithErrors() *ResultErrorPool[T]

//curfew:limits n
func (p *ResultPool[T]) WithMaxGoroutines(n int) *ResultPool[T]
